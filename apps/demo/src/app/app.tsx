import { Suspense, useEffect, useState } from "react";
import { useModel } from "../model/use-model.ts";
import { FormulaPanel } from "./formula-panel.tsx";
import { ModelContext } from "./model-context.ts";
import { applyTheme, storedTheme, type Theme, themes } from "./theme.ts";
import { usePage } from "./use-state.tsx";
import { viewNames, write } from "./state.ts";
import { views } from "./views.ts";

const ThemeChoice = () => {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  useEffect(() => applyTheme(theme), [theme]);
  return (
    <label className="theme">
      Theme{" "}
      <select value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
        {themes.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
};

const ShareButton = () => {
  const { state } = usePage();
  const [said, setSaid] = useState("");
  const share = async () => {
    const link = location.href.replace(/#.*$/u, "") + write(state);
    try {
      await navigator.clipboard.writeText(link);
      setSaid("Link copied");
    } catch {
      // Without the permission the link stands in the address bar all the same.
      setSaid("The link is in the address bar");
    }
  };
  return (
    <span className="share">
      <button type="button" onClick={() => void share()}>
        Copy link
      </button>
      <span role="status">{said}</span>
    </span>
  );
};

const ViewChoice = () => {
  const { state, set } = usePage();
  return (
    <nav aria-label="Views">
      {viewNames.map((name) => (
        <a
          key={name}
          href={write({ ...state, view: name }) || "#"}
          aria-current={name === state.view ? "page" : undefined}
          onClick={(event) => {
            event.preventDefault();
            set({ view: name });
          }}
        >
          {views[name].title}
        </a>
      ))}
    </nav>
  );
};

/** The page: what all views share at the top, one view below. */
export const App = () => {
  const { state } = usePage();
  const modelled = useModel(state.f, state.vars);
  const { title, about, View, usesMap } = views[state.view];
  useEffect(() => {
    document.title = `${title} · The Jacobian you can touch`;
  }, [title]);
  return (
    <ModelContext value={modelled}>
      <header>
        <h1>The Jacobian you can touch</h1>
        <ViewChoice />
        <div className="tools">
          <ShareButton />
          <ThemeChoice />
        </div>
      </header>
      <main>
        <h2>{title}</h2>
        <p className="about">{about}</p>
        {usesMap && <FormulaPanel />}
        <Suspense fallback={<p role="status">Loading …</p>}>
          <View />
        </Suspense>
      </main>
    </ModelContext>
  );
};
