import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("leak-program.ts", import.meta.url));
const flags = ["--expose-gc", "--conditions=@jacobian/source", "--import", "tsx", script];
const run = promisify(execFile);

/** Bytes by which the heap grows for each of 10 000 derivatives, after 20 000 others, by kind. */
const growth = async (...args: readonly string[]) =>
  JSON.parse((await run(process.execPath, [...flags, ...args])).stdout) as Record<string, number>;

/** Less than the smallest object: what is left is the noise of the collector and of compiled code. */
const bound = 24;

/** The newest formulas are held, some ten megabytes, and how many of them are live varies; a leak is thousands. */
const bounds = { tape: bound, dual: bound, umbrella: bound, nested: bound, symbolic: 1000 };

const grown = (found: Record<string, number>): string[] =>
  Object.entries(bounds).flatMap(([kind, most]) => ((found[kind] ?? 0) < most ? [] : [kind]));

test("10 000 gradients leave nothing behind", { timeout: 240_000 }, async () => {
  const found = await growth();
  expect(Object.keys(found).sort()).toEqual(Object.keys(bounds).sort());
  expect(grown(found)).toEqual([]);
});

test.each(["tape", "symbolic"])(
  "a %s result that is kept is seen",
  { timeout: 240_000 },
  async (kind) => {
    expect(grown(await growth(kind))).toEqual([kind]);
  },
);
