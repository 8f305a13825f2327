import { add, at, build, fold, leavesOf, mul, scan, sin, sumOver } from "@jacobian/core";
import type { Index, Scalar, Value, Vector } from "@jacobian/core";
import { anchor, reach } from "./near.ts";
import type { Anchor } from "./near.ts";
import type { Operation } from "./operations.ts";

/** So many turns of every loop. */
const turns = 3;

/** A function of numbers becomes a loop over it. */
type MakeLoop = (body: Operation) => Operation;

const first = ({ anchors }: Operation): number => Number(anchors[0]?.at);

/** A vector of entries at which the body is smooth. */
const along = (body: Operation): Anchor => anchor(new Float64Array(turns).fill(first(body)));

/** The body at one number; its further operands are the same in every turn. */
const turn = (body: Operation, x: Scalar, constants: readonly Value[]): Scalar =>
  // A body gives one number for numbers.
  body.run([x, ...constants])[0] as Scalar;

/** i ↦ body(vᵢ) */
const over =
  (name: string, loop: (n: number, entry: (i: Index) => Scalar) => Value): MakeLoop =>
  (body) => ({
    name,
    anchors: [along(body), ...body.anchors.slice(1)],
    spreads: false,
    held: false,
    // The first anchor is a vector.
    run: ([v, ...constants]) => [loop(turns, (i) => turn(body, at(v as Vector, i), constants))],
    text: ([v = "", ...constants]) =>
      `${name}(${turns}, (i) => ${body.text([`at(${v}, i)`, ...constants])})`,
  });

/** (carry, i) ↦ body(vᵢ moved a little by the carry) */
const carrying =
  (
    name: string,
    loop: (n: number, start: Scalar, step: (carry: Scalar, i: Index) => Scalar) => unknown,
  ): MakeLoop =>
  (body) => ({
    name,
    anchors: [along(body), anchor(0), ...body.anchors.slice(1)],
    spreads: false,
    held: false,
    run: ([v, start, ...constants]) => {
      const step = (carry: Scalar, i: Index): Scalar =>
        turn(body, add(at(v as Vector, i), mul(reach(first(body)), sin(carry))), constants);
      // The first anchor is a vector, the second a number.
      return leavesOf(name, loop(turns, start as Scalar, step));
    },
    text: ([v = "", start = "", ...constants]) => {
      const entry = `add(at(${v}, i), mul(${reach(first(body))}, sin(carry)))`;
      return `${name}(${turns}, ${start}, (carry, i) => ${body.text([entry, ...constants])})`;
    },
  });

export const loops: Readonly<Record<string, MakeLoop>> = {
  sumOver: over("sumOver", sumOver),
  build: over("build", build),
  fold: carrying("fold", fold),
  scan: carrying("scan", scan),
};
