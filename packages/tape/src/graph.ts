import { describe, plainOf, sizeOf } from "@jacobian/core";
import type { Node } from "./node.ts";
import type { Recorder } from "./recorder.ts";
import type { Name } from "./steps.ts";

/** What a step makes: a name for its slot, its value, and after a sweep its adjoint. */
interface Result {
  readonly label: string;
  readonly value: string;
  readonly adjoint: string | undefined;
}

/** An input, an operation or a guard of a recorded function. */
export interface Line {
  readonly name: string;
  readonly operands: readonly string[];
  /** A guard makes nothing. */
  readonly results: readonly Result[];
  /** What must come again, of a guard. */
  readonly outcome: string;
}

const nameOf = (slot: number): string => `v${slot}`;

/** The function line by line; `values` and `adjoints` by slot. */
export const linesOf = (
  { record, steps }: Recorder,
  inputs: readonly Node[],
  values: Float64Array,
  adjoints: Float64Array | undefined,
): readonly Line[] => {
  const nodes = [...inputs, ...record.wholes.flatMap(({ outputs }) => outputs)];
  const arrays = new Map(
    nodes.flatMap(({ slot, shape }) => (shape.length > 0 ? [[slot, shape] as const] : [])),
  );
  const entries = new Map<number, string>();
  for (const [slot, shape] of arrays) {
    for (let k = 0; k < sizeOf(shape); k++) entries.set(slot + k, `${nameOf(slot)}[${k}]`);
  }
  const read = (x: Name): string => (typeof x === "string" ? x : (entries.get(x) ?? nameOf(x)));
  const result = (slot: number): Result => {
    const shape = arrays.get(slot) ?? [];
    const show = (from: Float64Array): string =>
      describe(plainOf(shape, from.slice(slot, slot + sizeOf(shape))));
    return { label: nameOf(slot), value: show(values), adjoint: adjoints && show(adjoints) };
  };
  const input = ({ slot }: Node): Line => ({
    name: "input",
    operands: [],
    results: [result(slot)],
    outcome: "",
  });
  return [
    ...inputs.map(input),
    ...steps.map(({ name, reads, writes, isGuard }) => ({
      name,
      operands: reads.map(read),
      results: isGuard ? [] : writes.flatMap((x) => (typeof x === "number" ? [result(x)] : [])),
      outcome: isGuard ? writes.map(read).join(", ") : "",
    })),
  ];
};

const call = ({ name, operands }: Line): string =>
  operands.length === 0 ? name : `${name}(${operands.join(", ")})`;

const facts = ({ value, adjoint }: Result): string =>
  adjoint === undefined ? value : `${value}, adjoint ${adjoint}`;

/** One line for each: `v3 = mul(v1, v2) → 6, adjoint 1`, `guard lt(v3, 10) = true`. */
export const toText = (lines: readonly Line[]): string =>
  lines
    .map((line) => {
      if (line.results.length === 0) return `guard ${call(line)} = ${line.outcome}`;
      const labels = line.results.map(({ label }) => label).join(", ");
      return `${labels} = ${call(line)} → ${line.results.map(facts).join("; ")}`;
    })
    .join("\n");

/** A box for every result and guard, which says what it computes from what; an arrow from each operand. */
export const toDot = (lines: readonly Line[]): string => {
  const statements = lines.flatMap((line, k) => {
    const boxes = line.results.map((result) => [
      result.label,
      `${result.label} = ${call(line)}\n${facts(result)}`,
      line.operands.length === 0 ? "ellipse" : "box",
    ]);
    if (boxes.length === 0) boxes.push([`guard${k}`, `${call(line)} = ${line.outcome}`, "diamond"]);
    return boxes.flatMap(([id = "", label, shape = ""]) => [
      `${quoted(id)} [label=${quoted(label ?? "")}, shape=${shape}];`,
      ...line.operands.flatMap((x) => (isName(x) ? [`${quoted(whole(x))} -> ${quoted(id)};`] : [])),
    ]);
  });
  return `digraph tape {\n${statements.map((statement) => `  ${statement}\n`).join("")}}`;
};

const quoted = (text: string): string => JSON.stringify(text);

/** A constant has no box. */
const isName = (operand: string): boolean => /^v\d/.test(operand);

/** An entry hangs on its array. */
const whole = (operand: string): string => operand.replace(/\[.*/, "");
