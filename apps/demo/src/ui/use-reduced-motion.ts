import { useSyncExternalStore } from "react";

const query = matchMedia("(prefers-reduced-motion: reduce)");

const follow = (changed: () => void) => {
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Whether the reader has asked for as little motion as possible. */
export const useReducedMotion = (): boolean => useSyncExternalStore(follow, () => query.matches);
