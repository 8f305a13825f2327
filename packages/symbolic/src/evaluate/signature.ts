import {
  type Container,
  describe,
  DomainError,
  isValue,
  Matrix,
  type Shape,
  ShapeError,
  shapeOf,
} from "@jacobian/core";

/** How a function that is made takes its arguments. */
export interface Signature {
  /** The names of the variables. */
  readonly names: readonly string[];
  /** Whether they come as one Float64Array. */
  readonly isVector: boolean;
  /** The shape of the one array that is the result, which may then be given; undefined for another result. */
  readonly out: Shape | undefined;
}

/** The shape of a result that is one array. */
export const outShapeOf = (y: Container): Shape | undefined =>
  isValue(y) && shapeOf(y).length > 0 ? shapeOf(y) : undefined;

/** The names of variables, the first ones if there are many. */
const listed = (names: readonly string[]): string =>
  names.length > 8 ? `${names.slice(0, 8).join(", ")}, …` : names.join(", ");

const fits = (out: unknown, [rows, cols]: Shape): boolean =>
  cols === undefined
    ? out instanceof Float64Array && out.length === rows
    : out instanceof Matrix && out.rows === rows && out.cols === cols;

const outProblem = (out: unknown, shape: Shape): Error =>
  new ShapeError(
    `function: expected ${shape.length === 1 ? `a Float64Array of ${shape[0]}` : `a ${shape[0]}×${shape[1]} Matrix`} to write the result into, got ${describe(out)}; leave it out to get a new one`,
  );

const inputProblem = (
  { names, isVector }: Signature,
  args: ArrayLike<unknown>,
): Error | undefined => {
  if (isVector) {
    const [x] = Array.from(args);
    if (x instanceof Float64Array && x.length === names.length) return undefined;
    return new ShapeError(
      `function: expected a Float64Array of ${names.length} numbers, got ${describe(x)}; give one for each of ${listed(names)}`,
    );
  }
  const wrong = names.findIndex((_, k) => typeof args[k] !== "number");
  if (wrong < 0) return undefined;
  return new DomainError(
    `function: expected a number for the variable ${names[wrong]!}, got ${describe(args[wrong])}; give one for each of ${listed(names)}`,
  );
};

/** What is wrong with the arguments of a function, if anything is. */
export const problemOf = (signature: Signature, args: ArrayLike<unknown>): Error | undefined => {
  const { names, isVector, out } = signature;
  const expected = isVector ? 1 : names.length;
  const problem = inputProblem(signature, args);
  if (problem !== undefined) return problem;
  const given = args[expected];
  if (out !== undefined && given !== undefined && !fits(given, out)) return outProblem(given, out);
  const most = out === undefined ? expected : expected + 1;
  if (args.length <= most) return undefined;
  return new DomainError(
    `function: expected ${most} arguments at the most, got ${args.length}; give one for each of ${listed(names)}`,
  );
};
