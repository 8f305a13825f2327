import { digamma, trigamma } from "@jacobian/core/special";

/** Absolute errors that are allowed on top of the relative ones. */
interface Slack {
  readonly value: number;
  readonly first: number;
  readonly second: number;
}

const none: Slack = { value: 0, first: 0, second: 0 };

/** Near the zeros of these the error is measured absolutely: log Γ, ψ and log sums cancel there. */
const zeros = new Set(["lgamma", "digamma", "lbeta", "logaddexp"]);

/** What a difference of numbers of this size loses. */
const cancelled = 1e-14;

/**
 * The derivatives of log B are differences ψ(a) − ψ(a + b), which cancel where a is much larger than
 * b or the other way about: they are as accurate as their terms, and those of B as accurate as
 * products of such terms.
 */
const ofBeta = ([a = NaN, b = NaN]: readonly number[]): { first: number; second: number } => {
  const terms = (f: (x: number) => number) =>
    cancelled * Math.max(...[a, b, a + b].map((x) => Math.abs(f(x))));
  return { first: terms(digamma), second: terms(trigamma) };
};

/** How much more than the relative error a primitive is allowed at x. */
export const slackOf = (name: string, x: readonly number[], value: number): Slack => {
  const ofValue = zeros.has(name) ? cancelled : 0;
  if (name === "lbeta") return { value: ofValue, ...ofBeta(x) };
  if (name !== "beta") return { ...none, value: ofValue };
  const { first, second } = ofBeta(x);
  return {
    value: 0,
    first: first * value,
    second: (second + first ** 2 / cancelled) * value,
  };
};

/** A derivative that floating point does not find, and why. */
export interface Unclaimed {
  readonly name: string;
  /** The beginning of "first by dual", "second by tape over dual", …: it says which roads fail. */
  readonly roads: string;
  readonly x: string;
  readonly why: string;
}

export const unclaimed: readonly Unclaimed[] = [
  { name: "pow", roads: "second", x: "0, 0.5", why: "x^(y−1)·(1 + y·log x) is ∞ − ∞" },
  { name: "pow", roads: "second", x: "0, 1", why: "it leads through 0⁰, whose ∂/∂y is held 0" },
  { name: "beta", roads: "first", x: "0, 1", why: "B(a, b)·(ψ(b) − ψ(a + b)) is ∞·0" },
  { name: "beta", roads: "second", x: "0, 1", why: "as the first" },
  {
    name: "tanh",
    roads: "second by tape",
    x: "300",
    why: "the way back from 1/cosh² to x leads through 2/cosh³ = 1e-390",
  },
];

/** Whether this is a derivative of which that is said. */
export const excuses = (
  entry: Unclaimed,
  name: string,
  road: string,
  x: readonly (number | string)[],
): boolean => entry.name === name && road.startsWith(entry.roads) && entry.x === x.join(", ");
