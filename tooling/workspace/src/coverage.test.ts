import { describe, expect, test } from "vitest";
import { isFallback } from "./coverage.ts";

/** The line with a mark before what is asked about. */
const asked = (type: string, marked: string): boolean =>
  isFallback(type, marked.replace("^", ""), marked.indexOf("^"));

describe("isFallback", () => {
  test.for([
    ["binary-expr", "const options = given.tolerance ?? ^0;"],
    ["binary-expr", "const cols = jacobians[0]?.cols ?? ^0;"],
    ["binary-expr", "const power = m[l] ?? ^none();"],
    ["binary-expr", "const power = m[l] ?? ^0.5 * x;"],
    ["binary-expr", "const power = ^m[l] ?? 0;"],
    ["binary-expr", "const power = m[l] || ^0;"],
    ["cond-expr", "const divisor = isEmpty[k] ? ^0 : 1;"],
    ["default-arg", "export function taylor(f, order = ^1) {"],
    ["default-arg", "const derivative = (f, [x], order = ^1) => {"],
  ] as const)("%s %s: counts", ([type, line]) => {
    expect(asked(type, line)).toBe(false);
  });

  test.for([
    ["binary-expr", "const power = m[l] ?? ^0;"],
    ["binary-expr", "term *= (choose[i]?.[power] ?? ^0n) * stretch;"],
    ["binary-expr", "return stack(parts, [rows, cols])[0] ?? ^NaN;"],
    ["default-arg", "const spectrum = ([A = ^NaN]) => ["],
    ["default-arg", "const [m = 0, n = ^0] = shapeOf(A);"],
  ] as const)("%s %s: does not", ([type, line]) => {
    expect(asked(type, line)).toBe(true);
  });
});
