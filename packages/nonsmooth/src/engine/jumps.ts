import {
  type LocallyConstantRule,
  type Plain,
  type Value,
  entriesOf,
  entryAt,
  shapeOf,
  sizeOf,
  value,
} from "@jacobian/core";
import { type Flaw, flawed } from "./flaws.ts";
import type { Selections } from "./selections.ts";

/** Steps stand at a jump where the jump nearest to x is x. */
export const atJump = <S>(
  algebra: Selections,
  rule: LocallyConstantRule<S>,
  x: Plain,
  s: S,
): Flaw => {
  const { notice, tolerance = 0 } = algebra.policy;
  if (notice !== undefined) {
    entriesOf(x).forEach((entry, k) => {
      const jump = rule.jumps(entry, s);
      if (Math.abs(entry - jump) <= tolerance)
        notice({ name: rule.name, entry: k, sides: [entry, jump], convention: 0 });
    });
  }
  return flawed(
    algebra,
    x,
    (k) => rule.jumps(entryAt(x, k), s) === entryAt(x, k),
    (k) => `${rule.name}(${entryAt(x, k)})`,
  );
};

/** Two numbers that meet at a jump; undefined where there is none far and wide. */
type Sides = readonly [number, number] | undefined;

/** Smooth rules of two operands that jump: x mod y at the multiples of y, the angle of a point to the left of 0. */
const cuts: Readonly<Record<string, (x: number, y: number, z: number) => Sides>> = {
  mod: (_x, y, z) => [Math.abs(z) < Math.abs(z - y) ? z : z - y, 0],
  atan2: (y, x) => (x < 0 ? [y, 0] : undefined),
};

/** Where a smooth rule jumps; a first operand that stays at 0 makes none. */
export const atCut = (
  algebra: Selections,
  name: string,
  operands: readonly [Value, Value],
  z: Plain,
): Flaw => {
  const cut = Object.hasOwn(cuts, name) ? cuts[name] : undefined;
  if (cut === undefined) return undefined;
  const [p, q] = operands.map((operand) => value(algebra.primal(operand))) as [Plain, Plain];
  const moves = algebra.owns(operands[0]);
  const sides = Array.from({ length: sizeOf(shapeOf(z)) }, (_, k): Sides => {
    const x = entryAt(p, k);
    return moves || x !== 0 ? cut(x, entryAt(q, k), entryAt(z, k)) : undefined;
  });
  const { notice, tolerance = 0 } = algebra.policy;
  sides.forEach((pair, entry) => {
    if (pair !== undefined && Math.abs(pair[0]) <= tolerance)
      notice?.({ name, entry, sides: pair, convention: "none" });
  });
  return flawed(
    algebra,
    z,
    (k) => sides[k]?.[0] === 0,
    (k) => `${name}(${entryAt(p, k)}, ${entryAt(q, k)})`,
  );
};
