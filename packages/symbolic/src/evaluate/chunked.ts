import { Call, type Formula, Variable } from "../formula/formula.ts";
import { javascriptNumber } from "../print/code/javascript-table.ts";
import { atomOf, type Piece } from "../print/code/piece.ts";
import type { Plan } from "../print/code/plan.ts";
import { written } from "../print/code/write.ts";
import { chunksOf } from "./chunks.ts";
import type { EngineLanguage } from "./language.ts";
import { numberOf } from "./number-function.ts";

/** The places at which each output stands. */
const placesIn = (outputs: readonly Formula[]): ReadonlyMap<Formula, readonly number[]> => {
  const places = new Map<Formula, number[]>();
  outputs.forEach((y, k) => {
    const known = places.get(y);
    if (known === undefined) places.set(y, [k]);
    else known.push(k);
  });
  return places;
};

/**
 * The source of functions that together compute all of a plan. They read the values of variables, and those
 * that pass from one function to the next, in the array w, and write the outputs into y. Every output that is
 * an operation has a name in the plan.
 */
export const chunkedSource = (
  outputs: readonly Formula[],
  plan: Plan,
  language: EngineLanguage,
  placeOf: (name: string) => number,
  count: number,
): string => {
  const slots = new Map<Formula, number>([...plan.named].map((x, k) => [x, count + k]));
  const { chunks, chunkOf } = chunksOf(plan, language.isCall);
  const escaping = new Set<Formula>();
  const refer = (x: Formula, reader: Call | undefined): Piece => {
    if (x instanceof Variable) return atomOf(`w[${placeOf(x.name)}]`);
    if (!(x instanceof Call)) return javascriptNumber(numberOf(x)!);
    if (reader === undefined || chunkOf(x) === chunkOf(reader)) return atomOf(`t${slots.get(x)!}`);
    escaping.add(x);
    return atomOf(`w[${slots.get(x)!}]`);
  };
  const { source, output } = written(plan, { template: language.template, refer });
  const places = placesIn(outputs);
  const store = (x: Formula): readonly string[] =>
    (places.get(x) ?? []).map((k) => `y[${k}] = ${output(x).text};`);
  const statement = (x: Formula): string => {
    const k = slots.get(x)!;
    const pass = escaping.has(x) ? [`w[${k}] = t${k};`] : [];
    return [`const t${k} = ${source(x)};`, ...pass, ...store(x)].join(" ");
  };
  const bodies = chunks.map((chunk) => chunk.map(statement).join("\n"));
  const leaves = [...places.keys()].filter((x) => !(x instanceof Call)).flatMap(store);
  return `return [\n${[...bodies, leaves.join("\n")].map((body) => `(w, y) => {\n${body}\n}`).join(",\n")}\n];`;
};
