import { expect, test } from "vitest";
import { execute, type Output } from "./execute.ts";
import { prepare } from "./program.ts";

const outputsOf = async (source: string): Promise<readonly Output[]> => {
  const outputs: Output[] = [];
  await execute(source, (output) => outputs.push(output));
  return outputs;
};

test("an expression that stands as a statement is shown with the line where it ends", async () => {
  expect(await outputsOf("const x: number = 2;\nx + 1;\n[\n  x,\n];\nx;")).toEqual([
    { line: 2, text: "3" },
    { line: 5, text: "[ 2 ]" },
    { line: 6, text: "2" },
  ]);
});

test("imports of packages, under other names and as a whole", async () => {
  const source = [
    'import { sin as sine, type Scalars } from "jacobian";',
    'import * as core from "@jacobian/core";',
    "const f = ([x]: Scalars<1>) => sine(x);",
    "f([0]);",
    "core.cos(0);",
  ].join("\n");
  expect(await outputsOf(source)).toEqual([
    { line: 4, text: "0" },
    { line: 5, text: "1" },
  ]);
});

test("what throws is told, and the program goes on", async () => {
  expect(await outputsOf('(() => { throw new RangeError("far"); })();\n1;')).toEqual([
    { line: 1, text: "throws RangeError: far" },
    { line: 2, text: "1" },
  ]);
});

test("console.log of one value is that value, of several a line of text", async () => {
  expect(await outputsOf('console.log([1]);\nfor (const k of [1]) console.log("k", k);')).toEqual([
    { line: 1, text: "[ 1 ]" },
    { text: "k 1" },
  ]);
});

test("an import of something else is refused by name", async () => {
  await expect(outputsOf('import { x } from "lodash";\nx;')).rejects.toThrow(
    /^import: expected one of jacobian, .*, got "lodash"/u,
  );
  await expect(outputsOf('import { x } from "constructor";\nx;')).rejects.toThrow(/got "constr/u);
});

test("a name that a package does not export is refused by name", async () => {
  await expect(outputsOf('import { sin, foo } from "jacobian";\nfoo(sin(1));')).rejects.toThrow(
    'import: expected a name that "jacobian" exports, got foo',
  );
  await expect(outputsOf('import all from "jacobian";\nall;')).rejects.toThrow("got default");
});

test("what is too long to read is cut", async () => {
  const [all, log] = await outputsOf('"x".repeat(20000);\nconsole.log("x".repeat(20000), 1);');
  expect(all!.text).toMatch(/^"x{9999} \.\.\. 10002 more letters$/u);
  expect(log!.text.length).toBeLessThan(10_100);
});

test("text that is no TypeScript is a syntax error", () => {
  expect(() => prepare("const = 1;")).toThrow(SyntaxError);
});

test("lines stay where they are", () => {
  const { body } = prepare('import {\n  sin,\n} from "jacobian";\nexport const x = 1;\nx;');
  expect(body.split("\n").map((line) => line.includes("__show(5"))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});
