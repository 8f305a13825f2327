import { describe, expect, test } from "vitest";
import { run } from "./run.ts";
import { cli, polar, printed } from "../../test-support/cli.ts";

const lines = (...args: string[]): readonly string[] =>
  printed(...args, "--latex")
    .trimEnd()
    .split("\n");

describe("an equation on each line", () => {
  test("a square Jacobian has a determinant, as formula and as number", () => {
    expect(lines(polar, "--at", "r=2,t=0")).toEqual([
      String.raw`f(r, t) = \begin{pmatrix} r \cos t \\ r \sin t \end{pmatrix}`,
      String.raw`J(r, t) = \begin{pmatrix} \cos t & -r \sin t \\ \sin t & r \cos t \end{pmatrix}`,
      String.raw`\det J = r`,
      String.raw`f(2, 0) = \begin{pmatrix} 2 \\ 0 \end{pmatrix}`,
      String.raw`J(2, 0) = \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}`,
      String.raw`\det J = 2`,
    ]);
  });

  test("a tall one has a volume factor, and takes a direction", () => {
    expect(lines("x; y; x + y", "--at", "x=2,y=3", "--jvp", "1,2")).toEqual([
      String.raw`f(x, y) = \begin{pmatrix} x \\ y \\ x + y \end{pmatrix}`,
      String.raw`J(x, y) = \begin{pmatrix} 1 & 0 \\ 0 & 1 \\ 1 & 1 \end{pmatrix}`,
      String.raw`\sqrt{\det J^T J} = \sqrt{3}`,
      String.raw`f(2, 3) = \begin{pmatrix} 2 \\ 3 \\ 5 \end{pmatrix}`,
      String.raw`J(2, 3) = \begin{pmatrix} 1 & 0 \\ 0 & 1 \\ 1 & 1 \end{pmatrix}`,
      String.raw`\sqrt{\det J^T J} = ${String(Math.sqrt(3))}`,
      String.raw`J v = \begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}`,
    ]);
  });

  test("a wide one has neither; Hessians, and a covector", () => {
    expect(lines("x*y", "--hessian", "--at", "x=2,y=3", "--vjp", "2")).toEqual([
      String.raw`f(x, y) = \begin{pmatrix} x y \end{pmatrix}`,
      String.raw`J(x, y) = \begin{pmatrix} y & x \end{pmatrix}`,
      String.raw`H_{1}(x, y) = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}`,
      String.raw`f(2, 3) = \begin{pmatrix} 6 \end{pmatrix}`,
      String.raw`J(2, 3) = \begin{pmatrix} 3 & 2 \end{pmatrix}`,
      String.raw`H_{1}(2, 3) = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}`,
      String.raw`J^T w = \begin{pmatrix} 6 \\ 4 \end{pmatrix}`,
    ]);
  });
});

test("in text a tall Jacobian has a volume factor at a point, too", () => {
  expect(printed("x; y; x + y", "--at", "x=2,y=3")).toContain("\n  Volume factor    1.73205\n");
});

test("a long part of a formula that is no number is cut", () => {
  const long = `log(-(${Array.from({ length: 9 }, (_, k) => `123456789*x^${k + 2}`).join(" + ")}))`;
  const { stderr, code } = cli([long, "--at", "x=1"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^jacobian: formula 1 has no finite value at x = 1: log\(-.{55}… is NaN\n/u,
  );
});

test("a mistake of the program is no mistake of its user", () => {
  const surroundings = {
    readFile: () => "",
    readInput: () => undefined,
    version: () => {
      throw new RangeError("no manifest");
    },
  };
  expect(() => run(["--version"], surroundings)).toThrow(RangeError);
});
