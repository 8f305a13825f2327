import {
  type Relation,
  type Value,
  DomainError,
  decide,
  entriesOf,
  sub,
  value,
} from "@jacobian/core";
import { type Kink, type Place, only } from "./kink.ts";
import type { Selections } from "./selections.ts";

/** Whether a relation holds below a tie, and so not above it. */
const isBelow = (relation: Relation): boolean => relation === "lt" || relation === "le";

/** What is above 0 where a relation holds, and where it does not, next to a tie. */
export const sidesOf = (relation: Relation, a: Value, b: Value): readonly (readonly Value[])[] => {
  const above = (): Value => sub(a, b);
  const below = (): Value => sub(b, a);
  // Equal only where neither is above: next to the tie that is nowhere, or everywhere.
  if (relation === "eq") return [[above(), below()], []];
  return isBelow(relation) ? [[below()], [above()]] : [[above()], [below()]];
};

/** Refuses to branch on a jump: what comes of it has none to carry the mark. */
const refuseJump = (algebra: Selections, x: Value): void => {
  const flaw = algebra.flaw(x);
  if (flaw !== undefined && entriesOf(flaw).some(Number.isNaN)) throw notLipschitz(algebra);
};

/** The error for a function that is not locally Lipschitz at the point, as far as can be seen. */
export const notLipschitz = ({ firstFlaw }: Selections): DomainError =>
  new DomainError(
    `nonsmooth: expected a function that is locally Lipschitz at the point, got ${firstFlaw}; move the point, or write what is Lipschitz as a whole with one primitive (abs, hypot, relu, …)`,
  );

/** The outcome of a comparison: at a tie the one that the policy takes. */
export const compared = (algebra: Selections, relation: Relation, a: Value, b: Value): boolean => {
  const [p, q] = [algebra.primal(a), algebra.primal(b)];
  const holds = decide(relation, p, q);
  const sides = [value(p), value(q)];
  // Arrays were refused by `decide`.
  const [x, y] = sides as [number, number];
  const { choose, notice, tolerance = 0 } = algebra.policy;
  const place: Place = { name: relation, entry: 0, sides: [x, y], convention: String(holds) };
  if (Math.abs(x - y) <= tolerance || x === y) notice?.(place);
  if (notice === undefined) for (const side of [a, b]) refuseJump(algebra, side);
  if (x !== y) return holds;
  const told = algebra.policy.isConsistent === true ? algebra.sideOf(a, b) : undefined;
  if (told !== undefined && relation !== "eq") return isBelow(relation) === told;
  const kink: Kink = {
    ...place,
    parts: [],
    options: () => sidesOf(relation, p, q),
    isEquality: relation === "eq",
    conventional: only(holds ? 0 : 1, 2),
  };
  const isChosen = choose(kink)[0] === 1;
  if (relation !== "eq") algebra.tell(a, b, isBelow(relation) === isChosen);
  return isChosen;
};
