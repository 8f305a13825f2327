import { compare, largest } from "./compare.ts";
import { along, flatten, paired, plain, unflatten } from "./container.ts";
import type { Engine } from "./engine.ts";
import type { Check } from "./first.ts";
import type { Known } from "./known.ts";
import { moved, pullback, pushforward, stretch } from "./known.ts";
import { random, seedOf } from "./random.ts";
import { richardson } from "./richardson.ts";
import type { Input, Program } from "./scenario.ts";
import { get, inner, list, total } from "./table.ts";

/** A function of x that is linear in J: by the engine, to be differentiated again, and by hand. */
interface Contraction {
  readonly name: string;
  readonly byEngine: Program;
  readonly byHand: (x: Input) => readonly number[];
}

/**
 * x ↦ J(x)·v and x ↦ J(x)ᵀ·w. An engine that has neither product takes the derivative of
 * t ↦ f(x + t·v) at 0, which is J(x)·v too.
 */
const contractions = (engine: Engine, known: Known): Contraction[] => {
  const { core, f, v, w } = known;
  const { jvp, vjp } = engine;
  const forward: Program = jvp
    ? (x) => jvp(f)(x, v).tangent
    : (x) => engine.jacobian((t) => f(along(core, x, t, v)))(0);
  const Jv = { name: "J·v", byEngine: forward, byHand: (x: Input) => pushforward(known, x, v) };
  if (vjp === undefined) return [Jv];
  const Jw: Contraction = {
    name: "Jᵀ·w",
    byEngine: (x) => vjp(f)(x, w).cotangent,
    byHand: (x) => pullback(known, x, w),
  };
  return jvp ? [Jv, Jw] : [Jw];
};

/** d/dt of g(x + t·u) at 0, from the engine's Jacobian of g. */
const slope = (engine: Engine, { x }: Known, g: Program, u: readonly number[]): number[] => {
  const entries = flatten(plain(engine.jacobian(g)(x)));
  const rows = u.length === 0 ? 0 : entries.length / u.length;
  return list(rows, (i) => inner(entries.slice(i * u.length, (i + 1) * u.length), u));
};

/** Its product with p, from the engine's derivative of t ↦ ⟨p, g(x + t·u)⟩: one number. */
const pairedSlope = (
  engine: Engine,
  { core, x }: Known,
  g: Program,
  u: readonly number[],
  p: readonly number[],
): number[] => {
  const weights = unflatten(core, plain(g(x)), p);
  const direction = unflatten(core, x, u);
  const onLine: Program = (t) => paired(core, weights, g(along(core, x, t, direction)));
  return flatten(plain(engine.jacobian(onLine)(0)));
};

/** Up to this many inputs the whole second derivative is taken; beyond, one number of it. */
const few = 40;

/** No estimate is trusted below the first, and none above the second proves anything. */
const [trusted, useless] = [1e-9, 1e-5];

/**
 * The engine's derivative of x ↦ J(x)·v, in one random direction, against Richardson-extrapolated
 * differences of the Jacobian known by hand. The tolerance is the error estimate of the
 * differences; where that is too large to prove anything, it is a failure too.
 */
export const second: Check = (engine, known) =>
  contractions(engine, known).flatMap(({ name, byEngine, byHand }) => {
    const x = flatten(known.x);
    const draw = random(seedOf(`${known.scenario.name}, second order`));
    const u = list(x.length, draw);
    const estimates = richardson((t) => byHand(moved(known, u, t)));
    const expected = estimates.map((e) => e.value);
    const errors = estimates.map((e) => e.error);
    const scale = Math.max(largest(expected), largest(byHand(known.x)));
    if (errors.some((error) => !(error <= useless * scale))) {
      return [`second order of ${name}: differences are too rough here (error ${largest(errors)})`];
    }
    const direction = stretch(x, u);
    const what = `second order of ${name}`;
    if (x.length <= few) {
      const got = slope(engine, known, byEngine, direction);
      return compare(what, expected, got, (i) => trusted * scale + 100 * get(errors, i));
    }
    const p = list(expected.length, draw);
    const got = pairedSlope(engine, known, byEngine, direction, p);
    const tolerance = trusted * scale * p.length + 100 * total(errors);
    return compare(what, [inner(p, expected)], got, () => tolerance);
  });
