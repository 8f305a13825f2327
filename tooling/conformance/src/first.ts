import { compare, largest, sameOutline } from "./compare.ts";
import { flatten, outline, plain } from "./container.ts";
import type { Engine } from "./engine.ts";
import type { Known } from "./known.ts";
import { pullback, pushforward } from "./known.ts";
import { inner, total } from "./table.ts";

/** A check returns what failed, in words; nothing when the engine is right. */
export type Check = (engine: Engine, known: Known) => string[];

/** How large a sum of products |J|·|v| may be at most: what rounding of it is measured against. */
const bound = (jacobian: Known["jacobian"], v: readonly number[]): number =>
  largest(jacobian.flat()) * total(v.map(Math.abs));

const matches = (what: string, known: Known, got: unknown): string[] => {
  const expected = known.scenario.value(known.x);
  const tolerance = known.relative * largest(expected);
  return [
    ...sameOutline(`${what}, structure`, outline(known.y), outline(plain(got))),
    ...compare(what, expected, flatten(plain(got)), () => tolerance),
  ];
};

/** f(x) on plain numbers is the value known by hand. */
export const value: Check = (_, known) => matches("value", known, known.y);

/** J, entry by entry, relative to its largest entry. */
export const jacobian: Check = (engine, known) => {
  const got = plain(engine.jacobian(known.f)(known.x));
  const size = `matrix ${known.jacobian.length}×${flatten(known.x).length}`;
  const expected = known.jacobian.flat();
  const tolerance = known.relative * largest(expected);
  return [
    ...sameOutline("jacobian", size, outline(got)),
    ...compare("jacobian", expected, flatten(got), () => tolerance),
  ];
};

/** jvp gives f(x) and J·v, both shaped like the output. */
export const tangents: Check = (engine, known) => {
  if (engine.jvp === undefined) return [];
  const got = engine.jvp(known.f)(known.x, known.v);
  const tangent = plain(got.tangent);
  const expected = pushforward(known, known.x, known.v);
  const tolerance = known.relative * bound(known.jacobian, flatten(known.v));
  return [
    ...matches("value of jvp", known, got.value),
    ...sameOutline("tangent, structure", outline(known.y), outline(tangent)),
    ...compare("tangent", expected, flatten(tangent), () => tolerance),
  ];
};

/** vjp gives f(x) and Jᵀ·w, the latter shaped like x. */
export const cotangents: Check = (engine, known) => {
  if (engine.vjp === undefined) return [];
  const got = engine.vjp(known.f)(known.x, known.w);
  const cotangent = plain(got.cotangent);
  const expected = pullback(known, known.x, known.w);
  const tolerance = known.relative * bound(known.jacobian, flatten(known.w));
  return [
    ...matches("value of vjp", known, got.value),
    ...sameOutline("cotangent, structure", outline(known.x), outline(cotangent)),
    ...compare("cotangent", expected, flatten(cotangent), () => tolerance),
  ];
};

/** ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩: each side by the engine where it can, else by the Jacobian known by hand. */
export const duality: Check = (engine, known) => {
  const { f, x, v, w } = known;
  const tangent = engine.jvp?.(f)(x, v).tangent;
  const cotangent = engine.vjp?.(f)(x, w).cotangent;
  const Jv = tangent === undefined ? pushforward(known, x, v) : flatten(plain(tangent));
  const Jw = cotangent === undefined ? pullback(known, x, w) : flatten(plain(cotangent));
  const scale = bound(known.jacobian, flatten(v)) * total(flatten(w).map(Math.abs));
  const sides: [number, number] = [inner(flatten(w), Jv), inner(Jw, flatten(v))];
  return compare("duality", [sides[0]], [sides[1]], () => known.relative * scale);
};

/** The gradient of a scalar function is its only row, shaped like x. */
export const gradient: Check = (engine, known) => {
  if (engine.gradient === undefined || typeof known.y !== "number") return [];
  const got = plain(engine.gradient(known.f)(known.x));
  const expected = known.jacobian.flat();
  const tolerance = known.relative * largest(expected);
  return [
    ...sameOutline("gradient, structure", outline(known.x), outline(got)),
    ...compare("gradient", expected, flatten(got), () => tolerance),
  ];
};
