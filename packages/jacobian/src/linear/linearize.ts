import {
  type Differentiable,
  type Input,
  type MatrixFor,
  type MatrixValue,
  type Mirror,
  type OutputFor,
  type Scalars,
  type Value,
  add,
  checkedFunction,
  column,
  copied,
  entryCount,
  fromColumns,
  leavesOf,
  mapLeaves,
  row,
  sameStructure,
  shapeOf,
  stack,
  sub,
  unflatten,
  zeros,
} from "@jacobian/core";
import { pullback } from "@jacobian/tape";
import { unit, zipLeaves } from "../containers.ts";

/** The best linear approximation of a function at a point: f(x + h) ≈ value + J·h, from one evaluation of f. */
export interface Linearization<X, Y, A> {
  /** f(x) */
  readonly value: OutputFor<A, Y>;
  /** Those of J: entries of the output, entries of the input. */
  readonly shape: readonly [rows: number, cols: number];
  /** J·v, in the container of the output. @throws ShapeError unless v has the structure of x. */
  jvp(v: Input<X>): OutputFor<A, Y>;
  /** Jᵀ·w, in the container of x. @throws ShapeError unless w has the structure of the output. */
  vjp(w: Y): Mirror<A>;
  /** The gradient of each entry of the output, in the container of x. */
  readonly rows: readonly Mirror<A>[];
  /** The sensitivity to each entry of the input, in the container of the output. */
  readonly columns: readonly OutputFor<A, Y>[];
  /** J itself, by products along its shorter side. */
  toMatrix(): MatrixFor<A>;
  /** f(x + h) − f(x) − J·h, for which f is evaluated once more. @throws ShapeError unless h has the structure of x. */
  remainder(h: Input<X>): OutputFor<A, Y>;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** A linear map between containers, of which the door has checked the types. */
type LinearMap = (w: unknown) => unknown;

const origin = (y: Value): Value => zeros(shapeOf(y));

/** f recorded at x. */
const recorded = (f: AnyFunction, x: unknown, constants: readonly unknown[]) =>
  pullback(f)(x, ...constants) as {
    readonly value: unknown;
    readonly pullback: LinearMap;
  };

class Linearized {
  readonly value: unknown;
  readonly shape: readonly [number, number];
  private readonly back: LinearMap;
  /** w ↦ Jᵀ·w, recorded: it is linear, and its transpose is J. */
  private transposed: LinearMap | undefined;
  private matrix: MatrixValue | undefined;

  constructor(
    private readonly f: AnyFunction,
    private readonly x: unknown,
    private readonly constants: readonly unknown[],
  ) {
    const { value, pullback: back } = recorded(f, x, constants);
    [this.value, this.back] = [value, back];
    this.shape = [entryCount("linearize", this.value), entryCount("linearize", x)];
  }

  jvp(v: unknown): unknown {
    sameStructure("jvp", this.x, v, "give the direction the structure of the input");
    this.transposed ??= recorded(
      this.back,
      mapLeaves("linearize", this.value, origin),
      [],
    ).pullback;
    return this.transposed(v);
  }

  vjp(w: unknown): unknown {
    return this.back(w);
  }

  get rows(): readonly unknown[] {
    const J = this.toMatrix();
    return Array.from({ length: this.shape[0] }, (_, i) =>
      unflatten("linearize", this.x, row(J, i)),
    );
  }

  get columns(): readonly unknown[] {
    const J = this.toMatrix();
    return Array.from({ length: this.shape[1] }, (_, j) =>
      unflatten("linearize", this.value, column(J, j)),
    );
  }

  toMatrix(): MatrixValue {
    this.matrix ??= this.shape[0] <= this.shape[1] ? this.byRows() : this.byColumns();
    // The caller may write into what it gets.
    return copied(this.matrix) as MatrixValue;
  }

  remainder(h: unknown): unknown {
    sameStructure("remainder", this.x, h, "give the step the structure of the input");
    const there = this.f(zipLeaves("remainder", add, this.x, h), ...this.constants);
    const change = zipLeaves("remainder", sub, there, this.value);
    return zipLeaves("remainder", sub, change, this.jvp(h));
  }

  private byRows(): MatrixValue {
    const [m] = this.shape;
    const rows = Array.from({ length: m }, (_, i) =>
      this.vjp(unflatten("linearize", this.value, unit(m, i))),
    );
    // `stack` makes what its shape says.
    return stack(leavesOf("linearize", rows), this.shape)[0] as MatrixValue;
  }

  private byColumns(): MatrixValue {
    const [m, n] = this.shape;
    const columns = Array.from({ length: n }, (_, j) =>
      this.jvp(unflatten("linearize", this.x, unit(n, j))),
    );
    return fromColumns(stack(leavesOf("linearize", columns), [m * n])[0] ?? NaN, m, n);
  }
}

/**
 * The linear approximation of f at x. f is evaluated once and recorded; every product with J or Jᵀ is then a sweep
 * of the record (J is the transpose of the linear map w ↦ Jᵀ·w, recorded in its turn when it is first asked for).
 * @throws OperatorError for what is no function; OperatorError or LevelError for an output that is no value of f's own.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * const { value, jvp, vjp } = linearize(polar)([2, 0]);
 * value; // [ 2, 0 ]
 * jvp([0, 1]); // [ 0, 2 ]
 * vjp([0, 1]); // [ 0, 2 ]
 */
export const linearize =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, ...constants: C): Linearization<X, Y, A> => {
    const run = checkedFunction("linearize", f) as AnyFunction;
    const own = mapLeaves("linearize", x, copied);
    const linear = new Linearized(run, own, constants);
    return {
      // The caller may write into what it gets.
      value: mapLeaves("linearize", linear.value, copied),
      shape: linear.shape,
      jvp: (v: unknown) => linear.jvp(v),
      vjp: (w: unknown) => linear.vjp(w),
      get rows() {
        return linear.rows;
      },
      get columns() {
        return linear.columns;
      },
      toMatrix: () => linear.toMatrix(),
      remainder: (h: unknown) => linear.remainder(h),
      // Containers come as those of x and of the output of f.
    } as unknown as Linearization<X, Y, A>;
  };
