import { describe, expect, test } from "vitest";
import { cli, json, polar, printed } from "../../test-support/cli.ts";

describe("formulas", () => {
  test("with their Jacobian and determinant, simplified", () => {
    expect(printed(polar)).toBe(`Formulas
  r*cos(t)
  r*sin(t)

Jacobian, by r, t
  [cos(t)  -r*sin(t)]
  [sin(t)   r*cos(t)]

Determinant
  r
`);
  });

  test("from a file, from standard input", () => {
    expect(printed("--file", "polar.txt")).toBe(printed(polar));
    expect(cli([], polar).stdout).toBe(printed(polar));
    expect(cli(["-"], polar).stdout).toBe(printed(polar));
    // What is given counts, whatever is piped.
    expect(cli([polar], "x").stdout).toBe(printed(polar));
  });

  test("a tall Jacobian has a volume, a wide one neither", () => {
    expect(printed("x; y; x + y")).toContain(
      "No determinant, since the Jacobian is 3×2; its volume factor √det(JᵀJ)\n  sqrt(3)\n",
    );
    expect(printed("x*y")).toContain(
      "No determinant, since the Jacobian is 1×2: a map to fewer dimensions has no volume factor\n",
    );
  });

  test("variables in the order of --variables, of --at, or as they come", () => {
    expect(json("y*x")).toMatchObject({ variables: ["y", "x"], jacobian: [["x", "y"]] });
    expect(json("y*x", "--at", "x=1,y=2")).toMatchObject({ variables: ["x", "y"] });
    const both = ["--variables", "y x", "--at", "x=1,y=2"];
    expect(json("y*x", ...both)).toMatchObject({
      variables: ["y", "x"],
      at: { jacobian: [[1, 2]] },
    });
  });

  test("names that are no variables are parameters", () => {
    const args = ["a*x^2 + b", "--variables", "x", "--at", "b=7,x=3,a=2"];
    expect(json(...args)).toMatchObject({
      jacobian: [["2*a*x"]],
      at: { value: [25], jacobian: [[12]] },
    });
  });

  test("vectors and matrices are taken entry by entry", () => {
    expect(json("[x, y]; x*y")).toMatchObject({ formulas: ["x", "y", "x*y"] });
  });
});

describe("numbers at a point", () => {
  test("of polar coordinates", () => {
    const all = ["--hessian", "--jvp", "1,0", "--vjp=-1,0"];
    expect(
      printed(polar, "--at", "r=2,t=0.7", ...all)
        .split("\n\n")
        .at(-1),
    ).toBe(`At r = 2, t = 0.7
  Value            1.52968, 1.28844
  Jacobian
    [0.764842  -1.28844]
    [0.644218   1.52968]
  Determinant      2
  Rank             2
  Condition        2
  Singular values  2, 1
  Hessian of formula 1
    [        0  -0.644218]
    [-0.644218   -1.52968]
  Hessian of formula 2
    [       0  0.764842]
    [0.764842  -1.28844]
  J·v              0.764842, 0.644218
  wᵀ·J             -0.764842, 1.28844
`);
  });

  test("as JSON, with all digits", () => {
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const at = json(polar, "--at", "r=2", "--at", "t=0.7", "--hessian", "--jvp=0,1", "--vjp=0,1");
    expect(at).toMatchObject({
      determinant: "r",
      hessians: [
        [
          ["0", "-sin(t)"],
          ["-sin(t)", "-r*cos(t)"],
        ],
        [
          ["0", "cos(t)"],
          ["cos(t)", "-r*sin(t)"],
        ],
      ],
      at: {
        point: { r: 2, t: 0.7 },
        value: [2 * c, 2 * s],
        jacobian: [
          [c, -2 * s],
          [s, 2 * c],
        ],
        rank: 2,
        jvp: [-2 * s, 2 * c],
        vjp: [s, 2 * c],
        problems: [],
      },
    });
  });

  test("numbers may be formulas, with commas of their own", () => {
    expect(json("x; y", "--at", "x=atan2(1, 1),y=pi/4")).toMatchObject({
      at: { value: [Math.PI / 4, Math.PI / 4] },
    });
  });

  test("the volume of a tall Jacobian, the rank of a singular one", () => {
    const tall = json("x; y; 2*x + 2*y", "--at", "x=1,y=2") as { at: { volume: number } };
    expect(tall.at.volume).toBeCloseTo(3, 14);
    expect(tall).toMatchObject({ volume: "3" });
    expect(json("x + y; 2*x + 2*y", "--at", "x=1,y=2")).toMatchObject({
      at: { determinant: 0, rank: 1, condition: "Infinity" },
    });
  });

  test("as LaTeX", () => {
    expect(printed("x^2; y", "--at", "x=3,y=0.7", "--latex", "--jvp=1,1")).toBe(
      `f(x, y) = \\begin{pmatrix} x^{2} \\\\ y \\end{pmatrix}
J(x, y) = \\begin{pmatrix} 2 x & 0 \\\\ 0 & 1 \\end{pmatrix}
\\det J = 2 x
f(3, 0.7) = \\begin{pmatrix} 9 \\\\ 0.7 \\end{pmatrix}
J(3, 0.7) = \\begin{pmatrix} 6 & 0 \\\\ 0 & 1 \\end{pmatrix}
\\det J = 6
J v = \\begin{pmatrix} 6 \\\\ 1 \\end{pmatrix}
`,
    );
  });
});

describe("a point outside the domain has exit code 1 and is named", () => {
  test("where a value is no number, the part that has none", () => {
    const { stdout, stderr, code } = cli(["y; 1 + sqrt(log(x - 3))", "--at", "x=1,y=2"]);
    expect(stderr).toBe(
      "jacobian: formula 2 has no finite value at x = 1, y = 2: log(x - 3) is NaN\n",
    );
    expect(code).toBe(1);
    expect(stdout).toContain("Value            2, NaN\n");
    expect(stdout).not.toContain("Rank");
  });

  test("where a derivative is none", () => {
    const { stdout, stderr, code } = cli(["sqrt(x)", "--at", "x=0", "--json"]);
    expect(stderr).toBe("jacobian: formula 1 has no finite derivative at x = 0\n");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      at: {
        jacobian: [["Infinity"]],
        problems: ["formula 1 has no finite derivative at x = 0"],
      },
    });
  });

  test("a part that is not taken may be outside", () => {
    expect(json("where(x < 0, 0, sqrt(x))", "--at=x=-1")).toMatchObject({
      at: { value: [0], jacobian: [[0]], condition: "Infinity", problems: [] },
    });
  });
});

test("help and version", () => {
  expect(printed("--help")).toContain("Exit code: 0; 1 if the point is outside the domain; 2 if");
  expect(printed("-h")).toBe(printed("--help", "x", "--at", "nonsense"));
  expect(printed("--version")).toBe("1.2.3\n");
});
