import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { read, type State, write } from "./state.ts";

export interface Page {
  readonly state: State;
  readonly set: (change: Partial<State>) => void;
}

const PageContext = createContext<Page | undefined>(undefined);

/** A drag changes the state at every frame; browsers refuse addresses that change as often. */
const addressDelay = 250;

/** The one state of the page, kept in its address. */
export const PageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [state, setState] = useState(() => read(location.hash));
  const set = useCallback(
    (change: Partial<State>) => setState((before) => ({ ...before, ...change })),
    [],
  );
  useEffect(() => {
    const timer = setTimeout(() => {
      history.replaceState(null, "", write(state) || location.pathname + location.search);
    }, addressDelay);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const follow = () => setState(read(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const page = useMemo(() => ({ state, set }), [state, set]);
  return <PageContext value={page}>{children}</PageContext>;
};

export const usePage = (): Page => {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error("usePage: expected a PageProvider around, got none");
  return page;
};
