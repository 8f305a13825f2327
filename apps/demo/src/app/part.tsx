import type { ReactNode } from "react";
import { usePage } from "./use-state.tsx";

export interface PartProps {
  /** The part of a view that the content belongs to, counted from 1. */
  readonly of: 1 | 2 | 3;
  readonly children: ReactNode;
}

/** A part of a view, which another page may show alone: `embed=2` in the address shows the second. */
export const Part = ({ of, children }: PartProps) => {
  const { embed } = usePage().state;
  return embed === "0" || embed === String(of) ? children : null;
};

/** What another page says in its own words. */
export const Prose = ({ children }: { readonly children: ReactNode }) =>
  usePage().state.embed === "0" ? children : null;
