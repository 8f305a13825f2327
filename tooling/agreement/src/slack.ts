/** Near the zeros of these the error is measured absolutely: log Γ, ψ and log sums cancel there. */
const zeros = new Set(["lgamma", "digamma", "lbeta", "logaddexp"]);

/** The absolute error that the value of a primitive is allowed on top of the relative one. */
export const slackOf = (name: string): number => (zeros.has(name) ? 1e-14 : 0);

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
];

/** Whether this is a derivative of which that is said. */
export const excuses = (
  entry: Unclaimed,
  name: string,
  road: string,
  x: readonly (number | string)[],
): boolean => entry.name === name && road.startsWith(entry.roads) && entry.x === x.join(", ");
