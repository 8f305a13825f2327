import {
  type Scalar,
  add,
  cos,
  div,
  exp,
  log,
  mul,
  neg,
  pow,
  sin,
  sqrt,
  square,
  sub,
  tan,
  tanh,
} from "@jacobian/core";

/** A formula to be differentiated: as text for the peers, as a function of its variables for us. */
export interface FormulaProblem {
  readonly title: string;
  readonly text: string;
  /** One letter each, none of which is a constant in any of the packages. */
  readonly names: readonly string[];
  readonly f: (x: readonly Scalar[]) => Scalar;
  /** Where its gradient is compared. */
  readonly at: readonly number[];
}

const letters = "a b c k l m n p q r s t".split(" ");

const points = (n: number): readonly number[] =>
  Array.from({ length: n }, (_, k) => 0.8 + 0.3 * Math.sin(k));

/** Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², term by term. */
const valley = (x: readonly Scalar[]): Scalar =>
  x.slice(1).reduce<Scalar>((sum, next, i) => {
    const here = x[i]!;
    const bend = mul(100, square(sub(next, square(here))));
    return add(sum, add(bend, square(sub(1, here))));
  }, 0);

const rosenbrock = (n: number): FormulaProblem => {
  const names = letters.slice(0, n);
  const terms = names.slice(1).map((y, i) => `100*(${y}-${names[i]!}^2)^2+(1-${names[i]!})^2`);
  return { title: `Rosenbrock n=${n}`, text: terms.join("+"), names, f: valley, at: points(n) };
};

/** Operands by position: each function is given as many as it has names. */
const of = (
  title: string,
  names: string,
  text: string,
  f: (...x: readonly Scalar[]) => Scalar,
): FormulaProblem => {
  const words = names.split(" ");
  return { title, text, names: words, f: (x) => f(...x), at: points(words.length) };
};

type S = Scalar;

const bell = (x: S, m: S, s: S): S =>
  div(exp(neg(div(square(sub(x, m)), mul(2, square(s))))), mul(s, sqrt(2 * Math.PI)));

const nest = (x: S, y: S): S =>
  mul(sin(mul(x, cos(mul(y, sin(mul(x, cos(y))))))), exp(neg(mul(x, y))));

const neuron = (a: S, w: S, x: S, b: S): S => mul(a, tanh(add(mul(w, x), b)));

// A function of fewer parameters than it may be given takes the first ones.
const typed = (f: (...x: readonly never[]) => Scalar): ((...x: readonly Scalar[]) => Scalar) =>
  f as (...x: readonly Scalar[]) => Scalar;

/** Ten formulas of growing size. */
export const formulaProblems: readonly FormulaProblem[] = [
  of(
    "x·√y",
    "x y",
    "x*sqrt(y)",
    typed((x: S, y: S) => mul(x, sqrt(y))),
  ),
  of(
    "x·sin y",
    "x y",
    "x*sin(y)",
    typed((x: S, y: S) => mul(x, sin(y))),
  ),
  of(
    "x^y",
    "x y",
    "x^y",
    typed((x: S, y: S) => pow(x, y)),
  ),
  of(
    "e^(xy)/(1 + x²)",
    "x y",
    "exp(x*y)/(1+x^2)",
    typed((x: S, y: S) => div(exp(mul(x, y)), add(1, square(x)))),
  ),
  of(
    "log x·tan y/(x + y)",
    "x y",
    "log(x)*tan(y)/(x+y)",
    typed((x: S, y: S) => div(mul(log(x), tan(y)), add(x, y))),
  ),
  of("normal density", "x m s", "exp(-((x-m)^2)/(2*s^2))/(s*sqrt(2*pi))", typed(bell)),
  of("a nest of functions", "x y", "sin(x*cos(y*sin(x*cos(y))))*exp(-x*y)", typed(nest)),
  of(
    "two neurons",
    "a b c p q r x",
    "a*tanh(b*x+c)+p*tanh(q*x+r)",
    typed((a: S, b: S, c: S, p: S, q: S, r: S, x: S) =>
      add(neuron(a, b, x, c), neuron(p, q, x, r)),
    ),
  ),
  rosenbrock(5),
  rosenbrock(12),
];

/** The function that is differentiated in a thousand variables. */
export const thousand: Pick<FormulaProblem, "title" | "f"> = {
  title: "Rosenbrock n=1000",
  f: valley,
};
