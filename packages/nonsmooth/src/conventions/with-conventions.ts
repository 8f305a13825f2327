import {
  type Differentiable,
  type Scalar,
  type Scalars,
  DomainError,
  describe,
} from "@jacobian/core";
import { derivative } from "@jacobian/dual";
import { intercept } from "../engine/intercept.ts";
import { type Kink, only } from "../engine/kink.ts";

/**
 * What the derivative is where pieces meet: that of the first or last of them, their mean, or a number: the
 * derivative in the first operand (for a length at 0 every partial derivative).
 */
export type Convention = "mean" | "first" | "last" | number;

/** A convention for each primitive that is to have another than the table's, by its name. */
export type Conventions = Readonly<Record<string, Convention>>;

const known: readonly unknown[] = ["mean", "first", "last"];

const refuseOthers = (conventions: Conventions): void => {
  const given: unknown = conventions;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new DomainError(
      `withConventions: expected conventions by name, got ${describe(given)}; give { relu: 0.5 }, pytorch, jax or tensorflow, and the function after it`,
    );
  }
  for (const [name, convention] of Object.entries(conventions)) {
    if (typeof convention === "number" || known.includes(convention)) continue;
    throw new DomainError(
      `withConventions: expected "mean", "first", "last" or a number for ${name}, got ${describe(convention)}; say what its derivative is where its pieces meet`,
    );
  }
};

/** Shares of the first and last piece, of slopes a and b, that make this slope. */
const sharesFor = (slope: number, slopes: readonly number[]): readonly number[] => {
  const [a, b] = [slopes[0]!, slopes.at(-1)!];
  const first = a === b ? 1 : (slope - b) / (a - b);
  return slopes.map((_, k) => (k === 0 ? first : k === slopes.length - 1 ? 1 - first : 0));
};

const coefficients = (convention: Convention, kink: Kink): ArrayLike<number> => {
  const { parts, body, sections } = kink;
  const n = parts.length;
  if (typeof convention === "number") {
    if (body !== undefined) return parts.map(() => convention);
    if (sections === undefined) return sharesFor(convention, only(0, n));
    const { at, pieces } = sections();
    // Pieces of a scalar are scalars.
    const slopes = pieces.map((piece) => derivative((u) => piece(u) as Scalar)(at));
    return sharesFor(convention, slopes);
  }
  // A length has no pieces among which to choose.
  if (body !== undefined) return kink.conventional;
  return convention === "mean"
    ? parts.map(() => 1 / n)
    : only(convention === "first" ? 0 : n - 1, n);
};

/**
 * The same function, whose derivative by any engine follows other conventions where pieces meet. Comparisons,
 * `where` and eigenvalues have none to change, and steps have 0 always.
 * @throws DomainError for what is no convention.
 * @example
 * subgradient(withConventions({ relu: 0.5 }, (x: Scalar) => relu(x)))(1); // 1
 */
export const withConventions = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  conventions: Conventions,
  f: Differentiable<X, C, Y>,
): Differentiable<X, C, Y> => {
  refuseOthers(conventions);
  const choose = (kink: Kink): ArrayLike<number> => {
    const convention = Object.hasOwn(conventions, kink.name) ? conventions[kink.name] : undefined;
    const isFree =
      kink.convention !== "relation" && kink.convention !== "none" && kink.parts.length > 0;
    return convention === undefined || !isFree ? kink.conventional : coefficients(convention, kink);
  };
  return (x, ...constants) =>
    // Input and output keep their containers.
    intercept("withConventions", f, { choose, leavesEigenvalues: true }, x, constants, false)
      .output as Y;
};
