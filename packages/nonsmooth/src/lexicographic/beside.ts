import { entriesOf, flatten, unflatten, value } from "@jacobian/core";
import { apart } from "../engine/kink.ts";
import { general } from "../engine/bodies.ts";
import { type At, valueAt } from "./settle.ts";

/** Steps beside which no Lipschitz constant of use is large: a jump is what does not shrink with them. */
const steps = [1e-9, 1e-12];

/** Whether f, which is `here` at the point, takes the value of another selection right beside the point: in one direction at least. */
export const isTakenBeside = (
  at: At,
  other: readonly number[],
  here: readonly number[],
): boolean => {
  const x = entriesOf(value(flatten(at.operation, at.x)));
  const size = x.reduce((top, entry) => Math.max(top, Math.abs(entry)), 1);
  const direction = general(x.length);
  return [size, -size].some((length) =>
    steps.every((step) => {
      const moved = x.map((entry, k) => entry + step * length * direction[k]!);
      const beside = valueAt({ ...at, x: unflatten(at.operation, at.x, moved) });
      return beside.some(
        (y, k) => apart(other[k]!, here[k]!) && Math.abs(y - other[k]!) < Math.abs(y - here[k]!),
      );
    }),
  );
};
