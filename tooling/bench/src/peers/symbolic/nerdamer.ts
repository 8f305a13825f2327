import type { SymbolicPeer } from "./peer.ts";

/** Its results are in a normal form of its own; `simplify` does more, but changes values. */
export const nerdamer: SymbolicPeer = async (text, names) => {
  const { default: nerdamer } = await import("nerdamer/all.js");
  const formula = nerdamer(text);
  return () => {
    const slopes = names.map((name) => nerdamer.diff(formula, name));
    return (at) => slopes.map((slope) => slope.buildFunction([...names])(...at));
  };
};
