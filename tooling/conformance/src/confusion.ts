import type { MatrixValue, Scalar } from "@jacobian/core";
import type { Engine } from "./engine.ts";
import type { Core } from "./scenario.ts";

/** d/dx of a function of one number, as the engine under test has it. */
export type Derivative = (f: (x: Scalar) => Scalar) => (x: Scalar) => Scalar;

type Arithmetic = Pick<Core, "add" | "mul" | "exp">;

/** A nested derivative with the number that it must be, and what a confused engine gives. */
export interface Hazard {
  readonly name: string;
  readonly expected: number;
  readonly compute: (D: Derivative, arithmetic: Arithmetic) => Scalar;
}

export const hazards: readonly Hazard[] = [
  {
    name: "D(x ↦ x·D(y ↦ x + y)(2))(1) = 1, confused: 2 (Siskind & Pearlmutter 2005)",
    expected: 1,
    compute: (D, { add, mul }) => D((x) => mul(x, D((y) => add(x, y))(2)))(1),
  },
  {
    name: "D(x ↦ x·D(y ↦ x)(2))(3) = 0: x is constant for y, confused: 1",
    expected: 0,
    compute: (D, { mul }) => D((x) => mul(x, D(() => x)(2)))(3),
  },
  {
    name: "D(x ↦ D(y ↦ x·y²)(x))(3) = (2x²)′ = 12: the inner point is the outer variable",
    expected: 12,
    compute: (D, { mul }) => D((x) => D((y) => mul(x, mul(y, y)))(x))(3),
  },
  {
    name: "D(D(D(x ↦ x⁴)))(2) = 24x = 48: three levels of one function",
    expected: 48,
    compute: (D, { mul }) => D(D(D((x) => mul(mul(x, x), mul(x, x)))))(2),
  },
  {
    name: "D(x ↦ x·D(y ↦ y·D(z ↦ x·y·z)(5))(2))(3) = (2x²·y)′ = 24: three levels that share variables",
    expected: 24,
    compute: (D, { mul }) =>
      D((x) => mul(x, D((y) => mul(y, D((z) => mul(mul(x, y), z))(5)))(2)))(3),
  },
  {
    name: "D̂ = f ↦ x ↦ D(u ↦ f(x + u))(0): D̂(D̂ exp)(1) = e, confused: 0 (Manzyuk et al. 2019)",
    expected: Math.E,
    compute: (D, { add, exp }) => {
      const shifted: Derivative = (f) => (x) => D((u) => f(add(x, u)))(0);
      return shifted(shifted(exp))(1);
    },
  },
];

/** What D gets wrong, in words. */
export const confusions = (D: Derivative, hazard: Hazard, arithmetic: Arithmetic): string[] =>
  agreement(hazard.expected, hazard.compute(D, arithmetic));

const agreement = (expected: number, got: Scalar): string[] =>
  typeof got === "number" && Math.abs(got - expected) <= 1e-12 * Math.abs(expected)
    ? []
    : [`expected ${expected}, got ${String(got)}`];

type Unary = (x: Scalar) => Scalar;
type Operator = (f: Unary) => Unary;

/**
 * s(u) = f ↦ x ↦ f(x + u) is a function of a number whose value is a function of functions, and
 * s′(0) is D itself. An engine that fixes ε when it differentiates s, instead of anew each time
 * s′(0) is applied, gives s′(0)(s′(0)(exp))(1) = 0.
 */
export const curried = {
  name: "D(u ↦ f ↦ x ↦ f(x + u))(0) applied twice to exp, at 1, is e (Manzyuk et al. 2019)",
  check: (derivative: NonNullable<Engine["derivative"]>, { add, exp }: Arithmetic): string[] => {
    const shift =
      (u: Scalar): Operator =>
      (f) =>
      (x) =>
        f(add(x, u));
    // The derivative of a function to operators is one; anything else throws when it is called.
    const D = derivative(shift)(0) as Operator;
    return agreement(Math.E, D(D(exp))(1));
  },
};

/**
 * A derivative by every transformation that the engine has. What `jacobian` gives is read as a
 * matrix: `at` throws on anything else.
 */
export const roads = (engine: Engine): readonly (readonly [string, Derivative])[] => {
  const { core, jvp, vjp, gradient, derivative } = engine;
  const scalar = (f: (x: Scalar) => Scalar) => (x: unknown) => f(asScalar(x));
  const road = (name: string, D: Derivative) => [[name, D] as const];
  return [
    ...road("jacobian", (f) => (x) => core.at(engine.jacobian(scalar(f))(x) as MatrixValue, 0, 0)),
    ...(jvp ? road("jvp", (f) => (x) => asScalar(jvp(scalar(f))(x, 1).tangent)) : []),
    ...(vjp ? road("vjp", (f) => (x) => asScalar(vjp(scalar(f))(x, 1).cotangent)) : []),
    ...(gradient ? road("gradient", (f) => (x) => asScalar(gradient(scalar(f))(x))) : []),
    ...(derivative ? road("derivative", (f) => (x) => asScalar(derivative(f)(x))) : []),
  ];
};

/** @throws TypeError unless x is a number or an element that stands for one. */
const asScalar = (x: unknown): Scalar => {
  if (typeof x === "number" || isScalarElement(x)) return x;
  throw new TypeError(
    `derivative: expected a scalar, got ${String(x)}; return the shape of the input`,
  );
};

const isScalarElement = (x: unknown): x is Exclude<Scalar, number> =>
  typeof x === "object" &&
  x !== null &&
  "isJacobianElement" in x &&
  "shape" in x &&
  Array.isArray(x.shape) &&
  x.shape.length === 0;
