import * as core from "@jacobian/core";
import * as special from "@jacobian/core/special";
import { expect, test } from "vitest";
import { everyPrimitive, nested, points } from "../../../test-support/every-primitive.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { Formula } from "../../formula/formula.ts";
import { symbols } from "../../symbols.ts";
import { toJavaScript } from "./javascript.ts";

const [x, y] = symbols("x y");

/** What the module of this source exports, with core's functions for its imports; nothing makes code of text. */
const exported = async (
  source: string,
  name: string,
): Promise<(...x: readonly number[]) => unknown> => {
  const body = source.replace(/^import .*$/gmu, "").replace("export ", "");
  const names = Array.from(source.matchAll(/^import \{ (.*) \} from/gmu), ([, list = ""]) => list);
  const text = `export default ({ ${names.join(", ")} }) => {\n${body}\nreturn ${name};\n};`;
  const { default: maker } = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as {
    default: (core: object) => (...x: readonly number[]) => unknown;
  };
  return maker({ ...core, ...special });
};

test("a function that imports what Math lacks", () => {
  const source = toJavaScript([core.mul(core.sin(x), y), core.sigmoid(core.sin(x))], [x, y], {
    name: "both",
  });
  expect(source).toBe(`import { sigmoid } from "@jacobian/core";

export function both(x, y) {
  const t0 = Math.sin(x);
  return [t0 * y, sigmoid(t0)];
}
`);
});

test.each(everyPrimitive())("%s", async (_name, formula) => {
  const f = await exported(toJavaScript(formula, [x, y]), "f");
  for (const [a, b] of points) expect(f(a, b)).toBe(evaluate(formula, { x: a, y: b }));
});

test("operations within operations", async () => {
  const pairs = nested();
  const all: readonly Formula[] = pairs.map(([, formula]) => formula);
  const f = await exported(toJavaScript(all, [x, y]), "f");
  for (const [a, b] of points) expect(f(a, b)).toEqual(evaluate(all, { x: a, y: b }));
});
