import { random } from "@tooling/conformance";
import { againstDifferences, difference, tooRough } from "./differences.ts";
import { engines, inner, jvp, mixed, nameOf, orders, vjp } from "./engines.ts";
import type { AnyFunction } from "./engines.ts";
import { differ, largest, numbersOf, shapedLike } from "./numbers.ts";
import type { RandomProgram } from "./random-program.ts";
import { pick } from "./operands.ts";
import { outputsOf, run, valuesOf } from "./random-program.ts";
import type { Replays } from "./replays.ts";
import { replays } from "./replays.ts";

/**
 * The engines against each other. Their sums run in different orders, and each of some hundred
 * operations may round anew: relative to the largest value and derivative on the way, which is what
 * cancels where the result is small, and for a sum to the number of its terms.
 */
const rounding = 1e-13;

/** Programs are smooth over lengths of a twentieth: few differences, the first over 2⁻⁸, suffice. */
const walk = { radii: [2 ** -4], steps: 4 };

interface Point {
  readonly f: AnyFunction;
  /** The same function for differences, which do not know what is held constant. */
  readonly held: AnyFunction;
  readonly x: unknown;
  readonly v: readonly number[];
  readonly w: unknown;
  /** J·v by dual. */
  readonly tangent: readonly number[];
  /** Jᵀ·w by tape. */
  readonly cotangent: readonly number[];
  /** The largest value and derivative along v on the way. */
  readonly size: number;
  /** How many entries the outputs have. */
  readonly terms: number;
}

export interface Finding {
  /** In words, how engines and differences disagree. */
  readonly wrong: readonly string[];
  /** Whether differences could be compared: their own estimate of the error is small. */
  readonly compared: boolean;
}

/** A finding, and how many uses of records were replays. */
export interface Checked extends Finding {
  readonly uses: number;
  readonly replayed: number;
}

const pointOf = (program: RandomProgram, seed: number): Point => {
  // Not the numbers that the input is made of.
  const draw = random(~seed);
  const [f, x] = [run(program), program.inputs];
  const v = numbersOf(x).map(draw);
  // Values and tangents are lists alike.
  const all = jvp(valuesOf(program), x, shapedLike(x, v)) as Record<string, readonly unknown[]>;
  const { value = [], tangent = [] } = all;
  const chosen = (list: readonly unknown[]) => outputsOf(program).map((k) => list[k]);
  const outputs = numbersOf(chosen(value));
  const w = shapedLike(chosen(value), outputs.map(draw));
  return {
    ...{ f, held: run(program, true), x, v, w, terms: outputs.length },
    tangent: numbersOf(chosen(tangent)),
    cotangent: numbersOf(vjp(f, x, w).cotangent),
    size: 1 + largest([...numbersOf(value), ...numbersOf(tangent)]),
  };
};

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, entry, k) => total + entry * (b[k] ?? NaN), 0);

/** J·v by dual against differences, and by duality Jᵀ·w by tape against both. */
const firstOrder = ({ held, x, v, w, tangent, cotangent, size, terms }: Point): Finding => {
  const forward = dot(numbersOf(w), tangent);
  const back = dot(cotangent, v);
  const expected = difference(held, x, shapedLike(x, v), walk);
  const compared = !tooRough(expected, size);
  return {
    compared,
    wrong: [
      ...differ(
        "⟨w, J·v⟩ by dual and ⟨Jᵀ·w, v⟩ by tape",
        [forward],
        [back],
        rounding * size * terms,
      ),
      ...(compared ? againstDifferences("J·v by dual", expected, tangent, size) : []),
    ],
  };
};

/** Every row of J by tape is also J·v against differences. */
const jacobians = ({ f, x, v, tangent, size }: Point): string[] => {
  const [forward = [], reverse = []] = engines.map(({ jacobian }) => numbersOf(jacobian(f)(x)));
  const rows = tangent.map((_, i) => reverse.slice(i * v.length, (i + 1) * v.length));
  const along = rows.map((row) => dot(row, v));
  return [
    ...differ("Jacobian by dual and by tape", forward, reverse, rounding * size),
    ...differ("J·v by dual and the Jacobian by tape times v", tangent, along, rounding * size),
  ];
};

/** ⟨w, ∂²f/∂v∂u⟩ by every order of two engines, by hyper-duals, and by differences of ⟨w, J·v⟩ by tape. */
const secondOrder = ({ f, held, x, v, w, size, terms }: Point): Finding => {
  const direction = shapedLike(x, v);
  const u = shapedLike(x, v.toReversed());
  const nested = orders(2).map((order) => {
    const [outer, within] = order;
    const got = within && outer?.contract(within.contract(f, direction, w), u, 1)(x);
    return { name: nameOf(order), got: numbersOf(got) };
  });
  const hyper = numbersOf(inner(w, mixed(f, x, direction, u).second));
  const results = [...nested, { name: "hyper-dual", got: hyper }];
  const slope = (y: unknown) => inner(vjp(held, y, w).cotangent, direction);
  const expected = difference(slope, x, u, walk);
  const scale = size * terms;
  const compared = !tooRough(expected, scale);
  const reference = results[0]?.got ?? [];
  const tolerance = rounding * (scale + largest(reference));
  const wrong = results.flatMap(({ name, got }) => [
    ...differ(`second order by dual over dual and ${name}`, reference, got, tolerance),
    ...(compared ? againstDifferences(`second order by ${name}`, expected, got, scale) : []),
  ]);
  return { wrong, compared };
};

/** How much of a program is compared; with the second order go replays. */
export interface Depth {
  readonly jacobians: boolean;
  readonly second: boolean;
}

/** Records of the program, and of its derivative by one of the engines, used at other inputs. */
const recorded = ({ f, x, v, w }: Point, seed: number): readonly Replays[] => {
  const { name, contract } = pick(engines, seed);
  const along = contract(f, shapedLike(x, v), w);
  return [replays("the program", f, x, w), replays(`⟨w, J·v⟩ by ${name}`, along, x, 1, 2)];
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** What the engines and differences say of a program at its input, and its records at others. */
export const check = (program: RandomProgram, seed: number, depth: Depth): Checked => {
  const point = pointOf(program, seed);
  const first = firstOrder(point);
  const entries = depth.jacobians ? jacobians(point) : [];
  const second = depth.second ? secondOrder(point) : { wrong: [], compared: true };
  const records = depth.second ? recorded(point, seed) : [];
  const replayed = records.flatMap(({ wrong }) => wrong);
  return {
    wrong: [...first.wrong, ...entries, ...second.wrong, ...replayed],
    compared: first.compared && second.compared,
    uses: total(records.map(({ uses }) => uses)),
    replayed: total(records.map(({ replayed }) => replayed)),
  };
};
