import { Call, type Formula, Variable } from "../formula/formula.ts";
import { javascriptNumber } from "../print/code/javascript-table.ts";
import { atomOf, type Piece } from "../print/code/piece.ts";
import type { Plan } from "../print/code/plan.ts";
import { written } from "../print/code/write.ts";
import { chunksOf } from "./chunks.ts";
import type { EngineLanguage } from "./language.ts";
import { numberOf } from "./number-function.ts";

/** What is written about values that pass from one chunk to the next: their slots in the array w. */
export interface ChunkedSource {
  readonly body: string;
  /** Where the outputs stand. */
  readonly outputs: readonly number[];
  /** With the constants among the outputs. */
  readonly slots: Float64Array;
}

/** Slots for what is no operation but an output, and for every named operation. */
const slotsFor = (
  outputs: readonly Formula[],
  { named }: Plan,
  count: number,
  placeOf: (name: string) => number,
) => {
  const places = new Map<Formula, number>([...named.keys()].map((x, k) => [x, count + k]));
  const constants: number[] = [];
  for (const y of outputs) {
    if (places.has(y)) continue;
    const next = count + named.size + constants.length;
    places.set(y, y instanceof Variable ? placeOf(y.name) : next);
    if (!(y instanceof Variable)) constants.push(numberOf(y)!);
  }
  const slots = new Float64Array(count + named.size + constants.length);
  slots.set(constants, count + named.size);
  return { places, slots };
};

/**
 * The source of functions that together compute all of a plan, each on the array w in which the values of
 * variables come first. Every output that is an operation has a name in the plan.
 */
export const chunkedSource = (
  outputs: readonly Formula[],
  plan: Plan,
  count: number,
  language: EngineLanguage,
  placeOf: (name: string) => number,
): ChunkedSource => {
  const { places, slots } = slotsFor(outputs, plan, count, placeOf);
  const { chunks, chunkOf } = chunksOf(plan);
  const escaping = new Set<Formula>(outputs);
  const refer = (x: Formula, reader: Call | undefined): Piece => {
    if (x instanceof Variable) return atomOf(`w[${placeOf(x.name)}]`);
    if (!(x instanceof Call)) return javascriptNumber(numberOf(x)!);
    const isHere = reader !== undefined && chunkOf(x) === chunkOf(reader);
    if (!isHere) escaping.add(x);
    return atomOf(isHere ? `t${places.get(x)!}` : `w[${places.get(x)!}]`);
  };
  const { source } = written(plan, { template: language.template, refer });
  const statement = (x: Formula): string => {
    const k = places.get(x)!;
    const store = escaping.has(x) ? ` w[${k}] = t${k};` : "";
    return `const t${k} = ${source(x)};${store}`;
  };
  const functions = chunks.map((chunk) => `(w) => {\n${chunk.map(statement).join("\n")}\n}`);
  return {
    body: `return [${functions.join(",\n")}];`,
    outputs: outputs.map((y) => places.get(y)!),
    slots,
  };
};
