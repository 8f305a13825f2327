import {
  type Scalar,
  add,
  atan2,
  cos,
  div,
  exp,
  hypot,
  log,
  mul,
  neg,
  sin,
  sqrt,
  square,
  sub,
  tanh,
} from "@jacobian/core";
import type { Benchmark, Suite } from "../benchmark.ts";
import { fresh } from "../fresh.ts";
import type { Work } from "../measure.ts";

const length = 1000;
const left = Float64Array.from({ length }, (_, k) => 0.1 + 0.0008 * k);
const right = Float64Array.from({ length }, (_, k) => 1.7 - 0.0011 * k);

type Bare = (x: number, y: number) => number;
export type Primitive = (x: Scalar, y: Scalar) => Scalar;

const total = (f: Bare, x: Float64Array, y: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += f(x[k]!, y[k]!);
  return sum;
};

/** f over all pairs of entries, in a loop that has seen nothing else. */
const over = (f: Bare): Work => {
  const loop = fresh(total);
  return () => loop(f, left, right);
};

interface Pair {
  readonly bare: Bare;
  readonly ours: Primitive;
}

/** Each function is written out where it is called, as in a user's program. */
const arithmetic: Readonly<Record<string, Pair>> = {
  add: { bare: (x, y) => x + y, ours: (x, y) => add(x, y) },
  sub: { bare: (x, y) => x - y, ours: (x, y) => sub(x, y) },
  mul: { bare: (x, y) => x * y, ours: (x, y) => mul(x, y) },
  div: { bare: (x, y) => x / y, ours: (x, y) => div(x, y) },
};

const functions: Readonly<Record<string, Pair>> = {
  sqrt: { bare: (x) => Math.sqrt(x), ours: (x) => sqrt(x) },
  exp: { bare: (x) => Math.exp(x), ours: (x) => exp(x) },
  log: { bare: (x) => Math.log(x), ours: (x) => log(x) },
  sin: { bare: (x) => Math.sin(x), ours: (x) => sin(x) },
  cos: { bare: (x) => Math.cos(x), ours: (x) => cos(x) },
  tanh: { bare: (x) => Math.tanh(x), ours: (x) => tanh(x) },
  atan2: { bare: (x, y) => Math.atan2(y, x), ours: (x, y) => atan2(y, x) },
  hypot: { bare: (x, y) => Math.hypot(x, y), ours: (x, y) => hypot(x, y) },
};

const expressions: Readonly<Record<string, Pair>> = {
  "exp(−x²)·cos y": {
    bare: (x, y) => Math.exp(-(x * x)) * Math.cos(y),
    ours: (x, y) => mul(exp(neg(square(x))), cos(y)),
  },
};

const benchmark = (
  title: string,
  { bare, ours }: Pair,
  goal: { readonly atMost: number; readonly times?: string },
  before: (f: Primitive) => void,
): Benchmark => ({
  title,
  units: length,
  contenders: {
    "bare JavaScript": () => over(bare),
    primitives: () => {
      before(ours);
      // Plain numbers give plain numbers.
      return over(ours as Bare);
    },
  },
  goals: [{ of: "primitives", ...goal }],
});

/** @param before what happens to each function before it is timed */
export const plain = (name: string, before: (f: Primitive) => void): Suite => ({
  name,
  per: "call of the function",
  benchmarks: [
    ...Object.entries(arithmetic).map(([title, pair]) =>
      benchmark(title, pair, { atMost: 1.5 }, before),
    ),
    ...Object.entries({ ...functions, ...expressions }).map(([title, pair]) =>
      benchmark(title, pair, { atMost: 2, times: "bare JavaScript" }, before),
    ),
  ],
});

/** What a function written with primitives costs where nothing is differentiated. */
export const suite = plain("plain numbers", () => undefined);
