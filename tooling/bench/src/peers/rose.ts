import { Dual, Real, Vec, add, compile, fn, mul, neg, opaque, sub, vjp } from "rose";

const sin = opaque([Real], Real, Math.sin);
const cos = opaque([Real], Real, Math.cos);
sin.jvp = fn([Dual], Dual, ({ re: x, du: dx }) => ({ re: sin(x), du: mul(dx, cos(x)) }));
cos.jvp = fn([Dual], Dual, ({ re: x, du: dx }) => ({ re: cos(x), du: mul(dx, neg(sin(x))) }));

const Pair = Vec(2, Real);

// Its types ask a list for a symbol index that arrays lack; its manual passes arrays, as here.
const pair = (x: number, y: number): Vec<Real> => [x, y] as unknown as Vec<Real>;

const polar = fn([Pair], Pair, (x) => [mul(x[0]!, cos(x[1]!)), mul(x[0]!, sin(x[1]!))]);

const polarRows = await compile(
  fn([Pair], Vec(2, Pair), (x) => {
    const { grad } = vjp(polar)(x);
    return [grad(pair(1, 0)), grad(pair(0, 1))];
  }),
);

/** The Jacobian of polar coordinates by two pullbacks, compiled to WebAssembly, row by row. */
export const polarJacobian = (r: number, t: number): Float64Array => {
  const rows = polarRows([r, t]);
  return Float64Array.of(rows[0]![0]!, rows[0]![1]!, rows[1]![0]!, rows[1]![1]!);
};

const rosenbrockOf = (n: number) =>
  fn([Vec(n, Real)], Real, (x) => {
    let total: Real = 0;
    for (let i = 0; i < n - 1; i++) {
      const bend = sub(x[i + 1]!, mul(x[i]!, x[i]!));
      const rest = sub(1, x[i]!);
      total = add(total, add(mul(100, mul(bend, bend)), mul(rest, rest)));
    }
    return total;
  });

/** The gradient of the Rosenbrock function, its terms written out, compiled to WebAssembly. */
export const rosenbrockGradient = async (
  n: number,
): Promise<(x: number[]) => ArrayLike<number>> => {
  const Point = Vec(n, Real);
  const f = rosenbrockOf(n);
  const gradient = await compile(fn([Point], Point, (x) => vjp(f)(x).grad(1)));
  // At run time its list of numbers is an array; its types have no length.
  return (x) => gradient(x) as unknown as ArrayLike<number>;
};

/** The Hessian of the Rosenbrock function: a pullback of its gradient for each row, in WebAssembly. */
export const rosenbrockHessian = async (
  n: number,
): Promise<(x: number[]) => () => ArrayLike<number>> => {
  const Point = Vec(n, Real);
  const f = rosenbrockOf(n);
  const g = fn([Point], Point, (x) => vjp(f)(x).grad(1));
  const units = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, k) => (i === k ? 1 : 0)),
  );
  const hessian = await compile(
    fn([Point], Vec(n, Point), (x) => {
      const { grad } = vjp(g)(x);
      // Lists of numbers are vectors to it, as above.
      return units.map((unit) => grad(unit as unknown as Vec<Real>));
    }),
  );
  return (x) => {
    const rows = hessian(x) as unknown as readonly number[][];
    return () => rows.flat();
  };
};
