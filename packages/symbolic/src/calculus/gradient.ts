import type { Container, Scalar } from "@jacobian/core";
import { type Formulas, shapedLike } from "../formula/container.ts";
import { formulaOf } from "../formula/lift.ts";
import { partialsOf } from "./reverse.ts";
import { givenVariables } from "./variables.ts";

/**
 * The partial derivatives ∂x/∂v of a formula by each variable v, in the container of the variables. One
 * sweep gives all (reverse accumulation): together they are a small multiple of x, whatever their number.
 * @throws DomainError for what is no variable, ShapeError unless x is a scalar.
 * @example
 * const [x, y] = symbols("x y");
 * gradient(mul(x, sin(y)), { x, y }).x === sin(y); // true
 */
export const gradient = <const V extends Container>(x: Scalar, variables: V): Formulas<V> => {
  const f = formulaOf("gradient", x);
  const list = givenVariables("gradient", [f], variables);
  return shapedLike("gradient", variables, partialsOf(f, list));
};
