import {
  type Scalar,
  type Vector,
  add,
  at,
  mul,
  offset,
  square,
  sub,
  sumOver,
} from "@jacobian/core";

/** Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², the valley that every optimiser is tried on. */
export const rosenbrock = (x: Vector): Scalar =>
  sumOver(x.length - 1, (i) => {
    const bend = sub(at(x, offset(i, 1)), square(at(x, i)));
    return add(mul(100, square(bend)), square(sub(1, at(x, i))));
  });

/** Its gradient as one would write it down. */
export const rosenbrockByHand = (x: Float64Array): Float64Array => {
  const gradient = new Float64Array(x.length);
  for (let i = 0; i < x.length - 1; i++) {
    const bend = x[i + 1]! - x[i]! * x[i]!;
    gradient[i]! += -400 * x[i]! * bend - 2 * (1 - x[i]!);
    gradient[i + 1]! += 200 * bend;
  }
  return gradient;
};

/** The gradient written into an array, each entry once, as one would write it where time counts. */
export const rosenbrockInto = (x: Float64Array, gradient: Float64Array): Float64Array => {
  const last = x.length - 1;
  let carried = 0;
  let here = x[0]!;
  for (let i = 0; i < last; i++) {
    const next = x[i + 1]!;
    const bend = next - here * here;
    gradient[i] = carried - 400 * here * bend - 2 * (1 - here);
    carried = 200 * bend;
    here = next;
  }
  gradient[last] = carried;
  return gradient;
};

/** A point near the valley. */
export const start = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => 0.8 + 0.3 * Math.sin(i));

/** Its Hessian as one would write it down, row by row: it is tridiagonal. */
export const rosenbrockHessianByHand = (x: Float64Array): Float64Array => {
  const n = x.length;
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n - 1; i++) {
    const [diagonal, beside] = [i * n + i, i * n + i + 1];
    hessian[diagonal]! += 1200 * x[i]! * x[i]! - 400 * x[i + 1]! + 2;
    hessian[diagonal + n + 1]! += 200;
    hessian[beside] = -400 * x[i]!;
    hessian[beside + n - 1] = -400 * x[i]!;
  }
  return hessian;
};
