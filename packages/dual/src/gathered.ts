import {
  type Gather,
  type UnaryRule,
  type Value,
  Element,
  entriesOf,
  entryAt,
  plainOf,
} from "@jacobian/core";

/** What a gather reads of a value: the places are worked out once for all values that it reads. */
export const gathered = <S>(
  rule: UnaryRule<S>,
  x: Value,
  s: S,
  { index, shape }: Gather,
): Value => {
  if (x instanceof Element) return rule.apply(x, s);
  if (shape.length === 0) return entryAt(x, index[0] ?? 0);
  const from = entriesOf(x);
  const to = new Float64Array(index.length);
  for (let k = 0; k < to.length; k++) to[k] = from[index[k]!]!;
  return plainOf(shape, to);
};
