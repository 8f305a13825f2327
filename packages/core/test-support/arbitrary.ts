import fc from "fast-check";
import { entriesOf, plainOf, sizeOf, type Plain, type Shape } from "../src/index.ts";
import { samples } from "./primitives.ts";

/** Operands of a primitive, with the static argument of the call. */
export interface Call {
  readonly inputs: readonly Plain[];
  readonly statics: unknown;
}

const entry = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => Math.round(x * 64) / 64);
const length = fc.integer({ min: 1, max: 4 });
const below = (n: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: n - 1 });

/** [], [n] or [rows, cols]. */
export const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  fc.constant([]),
  fc.tuple(length),
  fc.tuple(length, length),
);
const vectorShape: fc.Arbitrary<Shape> = fc.tuple(length);
const matrixShape = fc.tuple(length, length);

/** A plain value of this shape with small dyadic entries. */
export const plain = (shape: Shape, of = entry): fc.Arbitrary<Plain> => {
  const n = sizeOf(shape);
  return fc
    .array(of, { minLength: n, maxLength: n })
    .map((entries) => plainOf(shape, Float64Array.from(entries)));
};

const call = (shape: Shape, statics: unknown): fc.Arbitrary<Call> =>
  plain(shape).map((x) => ({ inputs: [x], statics }));

const alongAxis: fc.Arbitrary<Call> = fc
  .oneof(
    fc.tuple(anyShape, fc.constant(undefined)),
    fc.tuple(matrixShape, fc.constantFrom("rows", "columns")),
  )
  .chain(([shape, axis]) => call(shape, axis));

const target: fc.Arbitrary<Call> = fc.oneof(
  anyShape.chain((shape) => call([], { shape })),
  matrixShape.chain((shape) => call([shape[0]], { shape, axis: "rows" })),
  matrixShape.chain((shape) => call([shape[1]], { shape, axis: "columns" })),
);

const parts = fc.array(anyShape, { minLength: 1, maxLength: 3 });
const total = (shapes: readonly Shape[]): number => shapes.reduce((n, s) => n + sizeOf(s), 0);

/** Calls on random shapes of the primitives that do more than go entry by entry. */
const wholeValue: Readonly<Record<string, fc.Arbitrary<Call>>> = {
  at: fc.oneof(
    vectorShape.chain((shape) => below(sizeOf(shape)).chain((i) => call(shape, [i]))),
    matrixShape.chain((shape) =>
      fc.tuple(below(shape[0]), below(shape[1])).chain((place) => call(shape, place)),
    ),
  ),
  row: matrixShape.chain((shape) => below(shape[0]).chain((i) => call(shape, i))),
  column: matrixShape.chain((shape) => below(shape[1]).chain((j) => call(shape, j))),
  slice: length.chain((n) =>
    fc.tuple(below(n + 1), below(n + 1)).chain((ends) =>
      call(
        [n],
        ends.toSorted((a, b) => a - b),
      ),
    ),
  ),
  gather: length.chain((n) =>
    fc.array(below(n), { maxLength: 5 }).chain((indices) => call([n], indices)),
  ),
  scatter: anyShape.chain((shape) =>
    fc
      .array(below(sizeOf(shape)), { maxLength: 5 })
      .chain((index) => call([index.length], { index, shape })),
  ),
  take: fc
    .tuple(anyShape, anyShape)
    .chain(([from, shape]) =>
      fc
        .array(below(sizeOf(from)), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
        .chain((index) => call(from, { index, shape })),
    ),
  broadcast: target,
  sum: alongAxis,
  amax: alongAxis,
  amin: alongAxis,
  logsumexp: alongAxis,
  norm2: alongAxis,
  stack: parts.chain((shapes) =>
    fc
      .tuple(...shapes.map((s) => plain(s)))
      .map((inputs) => ({ inputs, statics: [total(shapes)] })),
  ),
  unstack: parts.chain((shapes) => call([total(shapes)], shapes)),
};

/** Arrays whose entries are drawn from the primitive's own interior samples; scalars among them. */
const entrywise = (name: string): fc.Arbitrary<Call> => {
  const interior = (samples[name] ?? []).filter(
    ({ kind = "interior", inputs }) =>
      kind === "interior" && inputs.every((x) => typeof x === "number"),
  );
  const of = (k: number): fc.Arbitrary<number> =>
    fc.constantFrom(...interior.flatMap(({ inputs }) => Array.from(entriesOf(inputs[k] ?? NaN))));
  const arity = interior[0]?.inputs.length ?? 0;
  return fc.tuple(anyShape, fc.integer({ min: 0, max: 2 }), below(interior.length)).chain(
    // One of two operands may be a scalar beside an array.
    ([shape, alone, s]) =>
      fc
        .tuple(
          ...Array.from({ length: arity }, (_, k) =>
            plain(arity > 1 && k === alone ? [] : shape, of(k)),
          ),
        )
        .map((inputs) => ({ inputs, statics: interior[s]?.statics })),
  );
};

/** Calls of a primitive on random shapes. */
export const callsOf = (rule: { name: string; dependence?: string }): fc.Arbitrary<Call> => {
  const whole = wholeValue[rule.name];
  if (whole !== undefined) return whole;
  if (rule.dependence === "elementwise") return entrywise(rule.name);
  throw new Error(
    `${rule.name}: expected calls on random shapes, got none; add them to this table`,
  );
};

/** ⟨x, y⟩, entry by entry; a scalar meets every entry. */
export const inner = (x: Plain, y: Plain): number => {
  const [a, b] = [entriesOf(x), entriesOf(y)];
  const n = Math.max(typeof x === "number" ? 0 : a.length, typeof y === "number" ? 0 : b.length);
  const both = typeof x === "number" && typeof y === "number" ? 1 : n;
  return Array.from({ length: both }, (_, k) => {
    return (a[typeof x === "number" ? 0 : k] ?? NaN) * (b[typeof y === "number" ? 0 : k] ?? NaN);
  }).reduce((sum, term) => sum + term, 0);
};
