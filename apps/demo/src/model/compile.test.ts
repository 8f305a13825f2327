import { expect, test } from "vitest";
import { compile } from "./compile.ts";

/** Short to write, and each of its derivatives is a sum of products of all factors but one. */
const product = Array.from({ length: 100 }, (_, k) => `(sin(x*${k + 1}) + y)`).join("*");

test("what KaTeX would set for minutes is not shown, and the rest is", () => {
  const compilation = compile(`${product}; x*y`, "x, y");
  if (!compilation.ok) throw new Error(compilation.message);
  const { jacobian, outputs, determinant } = compilation.latex;
  expect(jacobian).toEqual([
    ["\\text{too long to show}", "\\text{too long to show}"],
    ["y", "x"],
  ]);
  expect(determinant).toBe("\\text{too long to show}");
  expect([...outputs, ...jacobian.flat()].join("").length).toBeLessThan(10_000);
  // To be copied it is whole.
  expect(compilation.code.latex.length).toBeGreaterThan(10_000);
});

test("a formula that no link could carry is refused before it is read", () => {
  expect(compile(`(${"x + ".repeat(1000)}x; y`, "x, y")).toMatchObject({
    ok: false,
    message: "It has 4005 letters; up to 4000 fit into a link.",
  });
});
