import type { SymbolicPeer } from "./peer.ts";

export const algebrite: SymbolicPeer = async (text, names) => {
  const { default: algebrite } = await import("algebrite");
  const formula = algebrite.eval(text);
  return () => {
    const slopes = names.map((name) => algebrite.simplify(algebrite.derivative(formula, name)));
    return (at) =>
      slopes.map((slope) => {
        const pairs = names.flatMap((name, k) => [name, at[k]!]);
        return algebrite.float(algebrite.eval(slope, ...pairs)).d;
      });
  };
};
