import { mul } from "jacobian";
import { shown } from "../../ui/numbers.ts";
import type { Flow } from "./flow.ts";
import type { Program } from "./program.ts";
import type { Progress } from "./progress.ts";

const subscripts = "₀₁₂₃₄₅₆₇₈₉";

/** A name as people write it: v₁. */
export const written = (name: string): string =>
  name.replace(/(?<=\p{L})\d+\b/gu, (digits) =>
    digits.replaceAll(/\d/gu, (digit) => subscripts[Number(digit)]!),
  );

/** An operation as people write it: r·v₁. */
export const writtenOperation = (text: string): string =>
  written(text).replaceAll("*", "·").replaceAll("-", "−");

/** A product with its factors. */
const product = (slope: number, by: number): string =>
  `${enclosed(slope)}·${enclosed(by)} = ${shown(mul(slope, by))}`;

const enclosed = (x: number): string => (x < 0 ? `(${shown(x)})` : shown(x));

/** What happens in the step that has just been made. */
export const stepInWords = (
  { lines, inputs }: Program,
  { values, tangents, adjoints, slopes }: Flow,
  { current, direction, length }: Progress,
): string => {
  if (current === undefined) {
    return "The values are computed. Now the tangent v goes in at the inputs, and flows forward to the outputs: press Play, or make single steps.";
  }
  const line = lines[current]!;
  const [count, place] = [length / 2, current - inputs + 1];
  const what = `${written(line.name)} = ${writtenOperation(line.text ?? "")} = ${shown(values[current]!)}`;
  const hand = line.operands.map((k, j) => ({
    name: written(lines[k]!.name),
    k,
    slope: slopes[current]![j]!,
  }));
  if (direction === "forward") {
    const sum = hand
      .map(({ slope, k }) => `${enclosed(slope)}·${enclosed(tangents[k]!)}`)
      .join(" + ");
    return `Forward, ${place} of ${count}: ${what}. Its tangent is slope times tangent, over its operands: ${sum || "0"} = ${shown(tangents[current]!)}.`;
  }
  const bar = adjoints[current]!;
  const shares = hand.map(({ name, slope }) => `${product(slope, bar)} to ${name}`).join(", and ");
  return `Back, ${count - place + 1} of ${count}: ${what} has the adjoint ${shown(bar)}. It hands back slope times adjoint: ${shares || "nothing"}.`;
};
