import { type Container, leavesOf, sameStructure, withLeaves } from "@jacobian/core";
import { perform } from "./operation.ts";

/**
 * f with a pullback of your own, for reasons that f does not know: a cheaper or a more stable form, a
 * convention at a kink, a clipped gradient. `pullback(bar, x, y)` gives the cotangent of x, in the container
 * of x, from that of y = f(x); it must be linear in `bar`. Written with primitives it is differentiated again;
 * forward mode transposes it.
 * @throws LevelError if f captures an element of a derivative around it: all it depends on is in x.
 * ShapeError if the pullback gives another structure than x has.
 * @example
 * const clipped = customVjp(
 *   (x: Scalar): Scalar => exp(x),
 *   (bar, _x, y) => mul(bar, min(y, 10)),
 * );
 * gradient((x: Scalar) => clipped(x))(5); // 10
 */
export const customVjp =
  <X extends Container, Y extends Container>(
    f: (x: X) => Y,
    pullback: (bar: Y, x: X, y: Y) => X,
  ): ((x: X) => Y) =>
  (x) => {
    const inputs = leavesOf("customVjp", x);
    // A caller may change his lists and objects before the pullback is asked.
    const model = withLeaves("customVjp", x, inputs);
    const shaped = (values: readonly unknown[]): X =>
      // The container of x, with what now stands for its leaves.
      withLeaves("customVjp", model, values) as X;
    // What goes in and comes out has the containers of x and y.
    return perform(
      {
        name: "customVjp",
        transparent: false,
        evaluate: (values) => f(shaped(values)),
        pullback: (bar, values, y) => {
          const at = shaped(values);
          const cotangent: unknown = pullback(bar as Y, at, y as Y);
          return leavesOf("customVjp", sameStructure("customVjp: pullback", at, cotangent, remedy));
        },
      },
      inputs,
    ) as Y;
  };

const remedy = "give a cotangent for every input, shaped as the input";
