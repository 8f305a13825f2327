import {
  type Plain,
  type Value,
  callerOf,
  copied,
  describe,
  leavesOf,
  mapLeaves,
  unflatten,
  value,
  withLongStacks,
} from "@jacobian/core";
import { jvp } from "@jacobian/dual";
import { vjp } from "@jacobian/tape";
import { numbersOf } from "../containers.ts";
import type { AnyFunction } from "../mode/cost.ts";
import { type AnyRule, Observing } from "../observing.ts";
import { type Difference, differencesOf } from "./differences.ts";

/** A primitive of which the rule does not agree with its own values. */
export interface Suspect {
  readonly primitive: string;
  /** The call, the derivative that its rule gives, and that of differences. */
  readonly finding: string;
  /** The line that called it, as `file:line:column`; undefined if it cannot be told. */
  readonly location: string | undefined;
}

/** So many applications are looked at; a loop repeats itself. */
const enough = 2000;

/** An error estimate is a guess: so many of it are allowed, and this much of the size of the derivative. */
const [estimates, trusted] = [100, 1e-6];

const operation = "check";

/** Entries between ½ and 1 and of either sign, always the same: no direction that a rule may happen to suit. */
export const direction = (n: number): Float64Array =>
  Float64Array.from(
    { length: n },
    (_, k) => (k % 3 === 1 ? -1 : 1) * (0.5 + ((k * 0.618034) % 0.5)),
  );

const inner = (a: Float64Array, b: Float64Array): number =>
  a.reduce((total, entry, k) => total + entry * (b[k] ?? NaN), 0);

const differs = (got: number, { value: expected, error }: Difference, size: number): boolean =>
  error <= 1e-3 * size && !(Math.abs(got - expected) <= estimates * error + trusted * size);

/** The rule as a function of the operands that move; those that do not stay what they are. */
const asFunction =
  <S>(rule: AnyRule<S>, operands: readonly Value[], moves: readonly boolean[], s: S) =>
  (moving: readonly Value[]): readonly Value[] => {
    let k = 0;
    const inputs = operands.map((x, i) => (moves[i] === true ? moving[k++]! : x));
    if (rule.kind === "unary" || rule.kind === "locallyConstant")
      return [rule.apply(inputs[0]!, s)];
    if (rule.kind === "binary") return [rule.apply(inputs[0]!, inputs[1]!, s)];
    return rule.kind === "piecewise" ? [rule.apply(inputs, s)] : rule.apply(inputs, s);
  };

/** Whether a piecewise rule stands where pieces meet: there differences say nothing. */
const isAtKink = <S>(rule: AnyRule<S>, operands: readonly Plain[], s: S): boolean => {
  if (rule.kind !== "piecewise") return false;
  const sides = rule.sides(operands, s).map((side) => numbersOf(operation, side));
  return sides.some((left, k) => {
    const right = sides[k + 1];
    if (k % 2 === 1 || right === undefined) return false;
    return left.some((entry, i) => entry === (right[right.length === 1 ? 0 : i] ?? entry));
  });
};

type Values = readonly Value[];

/** Where J·v is not what differences of g say; undefined where it is. */
const againstValues = (
  dy: Float64Array,
  x: Float64Array,
  v: Float64Array,
  at: (t: number) => Float64Array,
): string | undefined => {
  const sizes = x.map((entry) => Math.abs(entry) || 1);
  const [least, most] = [Math.min(1, ...sizes), Math.max(...sizes)];
  // Steps from a large operand are rounded.
  const expected = differencesOf(at, Math.max(2 ** -10, least, 2 ** -20 * most), least);
  const size = Math.max(...expected.map((d) => Math.abs(d.value)), ...dy.map(Math.abs));
  const wrong = expected.findIndex((d, i) => differs(dy[i] ?? NaN, d, size));
  if (wrong < 0) return undefined;
  const which = dy.length > 1 ? ` in entry ${wrong}` : "";
  // Of one operand the derivative itself is shown.
  const [slope, factor] = x.length === 1 ? ["derivative", v[0]!] : ["directional derivative", 1];
  const [got, should] = [dy[wrong]! / factor, expected[wrong]!.value / factor];
  return `its ${slope}${which} is ${describe(got)} by its rule, ${describe(should)} by differences`;
};

/** Where Jᵀ·w does not belong to J·v; undefined where it does. */
const againstDuality = (
  dy: Float64Array,
  w: Float64Array,
  bar: Float64Array,
  v: Float64Array,
): string | undefined => {
  const [there, back] = [inner(w, dy), inner(bar, v)];
  const size = dy.reduce((total, entry) => total + Math.abs(entry), 0);
  if (Math.abs(there - back) <= 1e-9 * size || !Number.isFinite(there)) return undefined;
  return `its adjoint does not belong to its tangent: ⟨w, J·v⟩ is ${describe(there)}, ⟨Jᵀ·w, v⟩ is ${describe(back)}`;
};

/** In words, where the derivative of g at x is not what its values say; undefined where it is. */
const contradiction = (g: (x: Values) => Values, x: Values): string | undefined => {
  const numbers = numbersOf(operation, x);
  const shaped = (entries: Float64Array): Values =>
    // In the container of x: a list.
    unflatten(operation, x, entries) as Values;
  const v = direction(numbers.length);
  const at = (t: number): Float64Array =>
    numbersOf(operation, g(shaped(numbers.map((entry, k) => entry + t * v[k]!))));
  const { value: y, tangent } = jvp(g)(x, shaped(v));
  const dy = numbersOf(operation, tangent);
  const wrong = againstValues(dy, numbers, v, at);
  if (wrong !== undefined) return wrong;
  // Another direction than v: a form that is not symmetric shows only between two.
  const w = direction(dy.length + 5).slice(5);
  const { cotangent } = vjp(g)(x, unflatten(operation, y, w) as Values);
  return againstDuality(dy, w, numbersOf(operation, cotangent), v);
};

/** Looks at each application as it passes, and keeps the first whose rule is contradicted. */
class Watching extends Observing {
  found: Suspect | undefined;
  private left = enough;

  protected saw<S>(rule: AnyRule<S>, operands: readonly Value[], _results: readonly Plain[], s: S) {
    if (this.found !== undefined || this.left-- <= 0) return;
    const site = new Error();
    const plain = operands.map((x) => value(x));
    if (isAtKink(rule, plain, s)) return;
    const moves = operands.map((x) => this.moves(x));
    const finding = contradiction(
      asFunction(rule, plain, moves, s),
      plain.filter((_, k) => moves[k]),
    );
    if (finding === undefined) return;
    const call = `${rule.name}(${plain.map(describe).join(", ")})`;
    this.found = {
      primitive: rule.name,
      finding: `in ${call} ${finding}`,
      location: callerOf(site),
    };
  }
}

/**
 * The first primitive, in the order of the program, whose rule does not agree with its values at the operands that it
 * has in f at x; undefined if there is none. Kinks are passed over.
 */
export const suspectIn = (
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
): Suspect | undefined => {
  const watching = new Watching();
  const lifted = mapLeaves(operation, x, (leaf) => watching.lift(copied(leaf)));
  withLongStacks(() => watching.run(() => leavesOf(operation, f(lifted, ...constants))));
  return watching.found;
};
