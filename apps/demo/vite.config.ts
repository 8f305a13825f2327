import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

/** Nothing from elsewhere, and no code made of text: formulas are interpreted. Styles are set by the editor. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The policy goes into the page that is built: the development server needs scripts of its own. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: policy },
      injectTo: "head-prepend",
    },
  ],
};

export default defineConfig({
  // Relative, so that the pages work wherever they are put.
  base: "./",
  plugins: [react(), contentSecurityPolicy],
  resolve: { conditions: ["@jacobian/source", ...defaultClientConditions] },
  worker: { format: "es" },
  // Fonts and pictures stay files: the policy allows none in the text of a style.
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
