import type { Program } from "./program.ts";

/** Where the flow stands: the lines are passed one by one, first to last, then last to first. */
export interface Progress {
  /** The number of steps until all is done. */
  readonly length: number;
  readonly direction: "start" | "forward" | "reverse";
  /** The line that is passed just now. */
  readonly current: number | undefined;
  /** Whether a line has its tangent. */
  readonly hasTangent: (line: number) => boolean;
  /** Whether all that use a line have handed their share back. */
  readonly hasAdjoint: (line: number) => boolean;
  /** Slopes multiplied so far: each edge of the graph once in each direction. */
  readonly products: { readonly forward: number; readonly reverse: number };
  readonly edges: number;
}

export const progressOf = ({ lines, inputs }: Program, pass: number): Progress => {
  const operations = lines.length - inputs;
  const length = 2 * operations;
  const step = Math.min(Math.round(pass), length);
  const ahead = inputs + Math.min(step, operations);
  /** Lines from here on have handed back. */
  const back = lines.length - Math.max(0, step - operations);
  const edgesOf = (passed: typeof lines): number =>
    passed.reduce((sum, { operands }) => sum + operands.length, 0);
  const isUsedBefore = (line: number): boolean =>
    lines.slice(0, back).some(({ operands }) => operands.includes(line));
  return {
    length,
    direction: step === 0 ? "start" : step <= operations ? "forward" : "reverse",
    current: step === 0 ? undefined : step <= operations ? ahead - 1 : back,
    hasTangent: (line) => line < ahead,
    hasAdjoint: (line) => step >= operations && !isUsedBefore(line),
    products: { forward: edgesOf(lines.slice(0, ahead)), reverse: edgesOf(lines.slice(back)) },
    edges: edgesOf(lines),
  };
};
