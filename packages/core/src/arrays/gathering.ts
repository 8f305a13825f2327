import { ShapeError } from "../errors.ts";
import { linear, type Linear, type LinearSpec } from "../linear.ts";
import { checkedPosition } from "../position.ts";
import { describeShape, entriesOf, plainOf, shapeOf, sizeOf, zeros } from "../shape.ts";
import type { Gather } from "../unary-rule.ts";
import type { Plain, Shape } from "../value.ts";

/** start, start + stride, …: n positions. */
export const range = (n: number, start: number, stride = 1): Int32Array => {
  const to = new Int32Array(n);
  for (let k = 0; k < n; k++) to[k] = start + k * stride;
  return to;
};

/** What a gather reads. */
const readBy = (x: Plain, { index, shape }: Gather): Plain => {
  const [from, to] = [entriesOf(x), new Float64Array(index.length)];
  for (let k = 0; k < to.length; k++) to[k] = from[index[k]!]!;
  return plainOf(shape, to);
};

/**
 * A linear map that copies entries: `read` says which, and in what shape. Its transpose is `scatter`.
 * What a map can say more directly is its own.
 */
export const gathering = <S>(
  name: string,
  read: (shape: Shape, s: S) => Gather,
  own: Partial<Pick<LinearSpec<S>, "value" | "entry">> = {},
): Linear<S> =>
  linear<S>(name, {
    value: (x, s) => readBy(x, read(shapeOf(x), s)),
    shape: (shape, s) => read(shape, s).shape,
    adjoint: (bar, shape, s) => scatter(bar, { index: read(shape, s).index, shape }),
    gather: read,
    ...own,
  });

/** A gather of neighbours, a vector: `place` says from where, and how many. */
export const neighbours = <S>(
  name: string,
  place: (shape: Shape, s: S) => readonly [start: number, n: number],
): Linear<S> =>
  gathering<S>(
    name,
    (shape, s) => {
      const [start, n] = place(shape, s);
      return { index: range(n, start), shape: [n] };
    },
    {
      value: (x, s) => {
        const [start, n] = place(shapeOf(x), s);
        return entriesOf(x).slice(start, start + n);
      },
    },
  );

/**
 * The transpose of a gather: entry k of the operand is added at index[k] of zeros of that shape.
 * @throws ShapeError unless there is an entry for each index, DomainError for an index outside.
 * @example
 * scatter(Float64Array.of(1, 2, 3), { index: [0, 2, 2], shape: [3] });
 * // Float64Array(3) [ 1, 0, 5 ]
 */
export const scatter: Linear<Gather> = /*#__PURE__*/ linear<Gather>("scatter", {
  value: (x, { index, shape }) => {
    const [from, to] = [entriesOf(x), entriesOf(zeros(shape))];
    // Neighbours may go to one place, all of them where a scalar was spread: they are added up outside the array.
    let place = NaN;
    let total = 0;
    for (let k = 0; k < index.length; k++) {
      if (index[k] !== place) {
        if (place >= 0) to[place] = total;
        place = checkedPosition("scatter", index[k] ?? NaN, to.length - 1);
        total = to[place]!;
      }
      total += from[k]!;
    }
    if (place >= 0) to[place] = total;
    return plainOf(shape, to);
  },
  shape: (operand, { index, shape }) => {
    if (sizeOf(operand) === index.length) return shape;
    throw new ShapeError(
      `scatter: expected one entry for each of ${index.length} places, got ${describeShape(operand)}; pass as many`,
    );
  },
  adjoint: (bar, shape, { index }) => take(bar, { index, shape }),
});

/**
 * Entries by flat position, in a shape of their own: the transpose of `scatter`.
 * @throws DomainError for a position outside.
 * @example
 * take(Float64Array.of(5, 6, 7), { index: [2, 0], shape: [1, 2] }); // Matrix 1×2 [7 5]
 */
export const take = /*#__PURE__*/ gathering<Gather>("take", (operand, gather) => {
  const last = sizeOf(operand) - 1;
  const { index } = gather;
  for (let k = index.length - 1; k >= 0; k--) {
    const place = index[k] ?? NaN;
    const isPlace = Number.isInteger(place) && place >= 0 && place <= last;
    // A call for each took as long as all else.
    if (!isPlace) checkedPosition("take", place, last);
  }
  return gather;
});
