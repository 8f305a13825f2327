import { type Scalar, mul, sin } from "@jacobian/core";
import { vi } from "vitest";
import { Record } from "../src/record.ts";
import { takeRecord } from "../src/records.ts";
import { Tape } from "../src/tape.ts";

/** n operations, two to a round. */
export const chain =
  (n: number) =>
  (x: Scalar): Scalar => {
    let y = x;
    for (let k = 0; k < n; k += 2) y = sin(mul(y, 1.5));
    return y;
  };

/** Its derivative, by hand. */
export const slope = (n: number, x: number): number => {
  let [y, d] = [x, 1];
  for (let k = 0; k < n; k += 2) [y, d] = [Math.sin(1.5 * y), d * 1.5 * Math.cos(1.5 * y)];
  return d;
};

/** Counts the bytes of typed arrays that are made from now on, until globals are unstubbed. */
export const counting = (): { bytes: number } => {
  const made = { bytes: 0 };
  for (const name of ["Float64Array", "Int32Array"] as const) {
    vi.stubGlobal(
      name,
      new Proxy(globalThis[name], {
        construct: (target, args) => {
          const array = Reflect.construct(target, args) as ArrayBufferView;
          // A view makes nothing.
          if (!(args[0] instanceof ArrayBuffer)) made.bytes += array.byteLength;
          return array;
        },
      }),
    );
  }
  return made;
};

/** The record of n scalar operations, with room for its adjoints, none of it from before. */
export const recordOf = (n: number): Record => {
  while (takeRecord().links.length > new Record().links.length) continue;
  const tape = new Tape();
  let x: Scalar = tape.input(0.5) as Scalar;
  for (let k = 0; k < n; k++) x = k % 2 === 0 ? sin(x) : mul(x, x);
  tape.record.takeBack(tape.record.lend(1));
  return tape.record;
};
