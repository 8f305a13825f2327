import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { transform } from "esbuild";
import { ask } from "../scratch.ts";
import type { Alone } from "./alone.ts";

/** A program that uses one package, and knows by hand what must come out. */
export type Answers = readonly (readonly [what: string, got: number, exact: number])[];

const consumers = resolve(import.meta.dirname, "../../consumers");

/** Puts the package's consumer beside it, as TypeScript and as what Node runs. */
export async function placeConsumer({ name, folder }: Alone): Promise<void> {
  const file = join(consumers, `${name.replace("@jacobian/", "")}.ts`);
  const source = readFileSync(file, "utf8");
  writeFileSync(join(folder, "consumer.ts"), source);
  const { code } = await transform(source, { loader: "ts", format: "esm", target: "es2023" });
  writeFileSync(join(folder, "consumer.js"), code);
}

/**
 * Compares what a consumer computed with what it is by hand.
 *
 * @throws Error that names the first that differs by more than rounding, or that there are none
 */
export function judge(answers: unknown, where: string): number {
  if (!Array.isArray(answers) || answers.length === 0) {
    throw new Error(`${where}: expected answers, got ${JSON.stringify(answers)}; see the consumer`);
  }
  for (const [what, got, exact] of answers as Answers) {
    // JSON writes null for what is no number.
    if (typeof got !== "number" || !(Math.abs(got - exact) <= 1e-12 * (1 + Math.abs(exact)))) {
      throw new Error(`${where}: expected ${what} to be ${exact}, got ${got}; see the package`);
    }
  }
  return answers.length;
}

/** The consumer's answers, computed by Node. */
export async function answersInNode({ folder }: Alone): Promise<string> {
  const code = 'import { answers } from "./consumer.js"; console.log(JSON.stringify(answers));';
  const said = await ask(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: folder,
  });
  return `${judge(JSON.parse(said), "Node")} answers known by hand`;
}
