import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "katex/dist/katex.min.css";
import "mafs/core.css";
import "./styles.css";
import { App } from "./app/app.tsx";
import { PageProvider } from "./app/use-state.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("page: expected an element #root, got none");
createRoot(root).render(
  <StrictMode>
    <PageProvider>
      <App />
    </PageProvider>
  </StrictMode>,
);
