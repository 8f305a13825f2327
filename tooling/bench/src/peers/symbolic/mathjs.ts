import { scopeOf, type SymbolicPeer } from "./peer.ts";

export const mathjs: SymbolicPeer = async (text, names) => {
  const { derivative, parse } = await import("mathjs");
  const formula = parse(text);
  return () => {
    const slopes = names.map((name) => derivative(formula, name));
    // A formula of numbers gives a number.
    return (at) => slopes.map((slope) => slope.evaluate(scopeOf(names, at)) as number);
  };
};
