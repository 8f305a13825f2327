import type { BoxedExpression } from "@cortex-js/compute-engine";
import { scopeOf, type SymbolicPeer } from "./peer.ts";

/** Compiled, for its evaluation gives NaN for some formulas that have a value; or else evaluated. */
const valueOf = (slope: BoxedExpression, scope: Readonly<Record<string, number>>): number => {
  try {
    return Number(slope.compile()?.(scope));
  } catch {
    return slope.subs(scope).N().re;
  }
};

/** It reads LaTeX only, which mathjs writes; there letters that are also units stand upright. */
export const computeEngine: SymbolicPeer = async (text, names) => {
  const [{ ComputeEngine }, { parse }] = await Promise.all([
    import("@cortex-js/compute-engine"),
    import("mathjs"),
  ]);
  const engine = new ComputeEngine();
  const latex = parse(text)
    .toTex()
    .replaceAll(/\\mathrm\{(\w)\}/gu, "$1");
  const formula = engine.parse(latex);
  return () => {
    const slopes = names.map((name) => engine.box(["D", formula, name]).evaluate().simplify());
    return (at) => slopes.map((slope) => valueOf(slope, scopeOf(names, at)));
  };
};
