import { Suspense, useEffect, useLayoutEffect, useState } from "react";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";
import { useModel } from "../model/use-model.ts";
import { FormulaPanel } from "./formula-panel.tsx";
import { ModelContext } from "./model-context.ts";
import { Embedded, MapFormula } from "./embedded.tsx";
import { isTheme, showTheme, storedTheme, storeTheme, type Theme, themes } from "./theme.ts";
import { usePage } from "./use-state.tsx";
import { viewNames, write } from "./state.ts";
import { views } from "./views.ts";

/** What the address says, else what was chosen on this machine. */
const ThemeChoice = () => {
  const { state, set } = usePage();
  const [stored, setStored] = useState<Theme>(storedTheme);
  const theme = state.theme === "system" ? stored : state.theme;
  useLayoutEffect(() => showTheme(theme), [theme]);
  const choose = (next: string) => {
    if (!isTheme(next)) return;
    storeTheme(next);
    setStored(next);
    set({ theme: "system" });
  };
  return (
    <label className="theme">
      Theme{" "}
      <select value={theme} onChange={({ target }) => choose(target.value)}>
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

const Failed = ({ error }: FallbackProps) => (
  <p role="alert">
    This view cannot be shown ({error instanceof Error ? error.message : String(error)}). Change
    what it was asked, take another view, or load the page again.
  </p>
);

/** A view that fails takes nothing else with it, and is tried again when something has changed. */
const ShownView = () => {
  const { state } = usePage();
  const { View } = views[state.view];
  return (
    <ErrorBoundary FallbackComponent={Failed} resetKeys={[write(state)]}>
      <Suspense fallback={<p role="status">Loading …</p>}>
        <View />
      </Suspense>
    </ErrorBoundary>
  );
};

const Figure = () => {
  const { view, embed, theme } = usePage().state;
  const { title, usesMap, apart } = views[view];
  useLayoutEffect(() => showTheme(theme), [theme]);
  return (
    <Embedded title={title}>
      {usesMap && embed !== apart && <MapFormula />}
      <ShownView />
    </Embedded>
  );
};

/** What all views share at the top, one view below. */
const Whole = () => {
  const { title, about, tries, usesMap } = views[usePage().state.view];
  return (
    <>
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
        <p className="about">
          {about} <strong>Try this:</strong> {tries}
        </p>
        {usesMap && <FormulaPanel />}
        <ShownView />
      </main>
    </>
  );
};

/** The page, or a view of it alone for a frame of another page. */
export const App = () => {
  const { state } = usePage();
  const modelled = useModel(state.f, state.vars);
  const { title } = views[state.view];
  useEffect(() => {
    document.title = `${title} · The Jacobian you can touch`;
  }, [title]);
  return (
    <ModelContext value={modelled}>{state.embed === "0" ? <Whole /> : <Figure />}</ModelContext>
  );
};
