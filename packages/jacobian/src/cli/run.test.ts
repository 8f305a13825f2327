import { describe, expect, test } from "vitest";
import { run, type Surroundings } from "./run.ts";

const files = new Map([["polar.txt", "# polar coordinates\nr*cos(t)\nr*sin(t)\n"]]);

const surroundings = (input?: string): Surroundings => ({
  readFile: (path) => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`no such file, ${path}`);
    return text;
  },
  readInput: () => input,
  version: () => "1.2.3",
});

const polar = "r*cos(t); r*sin(t)";
const cli = (args: readonly string[], input?: string) => run(args, surroundings(input));
const printed = (...args: string[]): string => {
  const { stdout, stderr, code } = cli(args);
  expect([stderr, code]).toEqual(["", 0]);
  return stdout;
};
const json = (...args: string[]): unknown => JSON.parse(printed(...args, "--json"));

describe("what is not understood has exit code 2", () => {
  test.each<readonly [readonly string[], string]>([
    [[], 'formulas, got none; give such as "r*cos(t); r*sin(t)", or see jacobian --help'],
    [[" "], 'formulas, got none; give such as "r*cos(t); r*sin(t)", or see jacobian --help'],
    [["x", "y"], 'one text of formulas, got 2 arguments; put them into quotes, parted by ";"'],
    [["x", "--file", "polar.txt"], "formulas or --file, got both; leave one of them out"],
    [["--file", "none"], "a file that can be read, got no such file, none; see --file"],
    [["x", "--json", "--latex"], "--json or --latex, got both; leave one of them out"],
    [
      ["x", "--jvp", "1"],
      "a point for --jvp and --vjp, got none; give one by --at, such as --at x=1,y=2",
    ],
    [
      ["x", "--vjp", "1"],
      "a point for --jvp and --vjp, got none; give one by --at, such as --at x=1,y=2",
    ],
    [["x", "--at", "x"], 'name=number in --at, got "x"; write such as --at x=1,y=2'],
    [
      ["x", "--at", "2x=1"],
      'the name of a variable in --at, got "2x"; write such as x, t1 or theta',
    ],
    [
      ["x", "--at", "e=1"],
      "the name of a variable in --at, got the constant e; write such as x, t1 or theta",
    ],
    [["x", "--at", "x=1,x=2"], "each name once in --at, got x twice; leave one of them out"],
    [
      ["x*y*z", "--at", "y=1"],
      "a number for each variable in --at, got none for x, z; add x=…,z=…",
    ],
    [["x", "--at", "x=foo"], 'a number in --at, got "foo"; write such as 0.7 or pi/4'],
    [
      ["x", "--variables", "x,x"],
      "each name once in --variables, got x twice; leave one of them out",
    ],
    [
      ["x;x", "--at", "x=1", "--vjp", "1"],
      "2 numbers in --vjp, one for each formula, got 1; write such as --vjp=1,0",
    ],
    [
      ["x", "--at", "x=1", "--jvp", "1,2"],
      "1 number in --jvp, one for each variable, got 2; write such as --jvp=1",
    ],
    [["3"], "formulas with a variable, got none; name what to differentiate by in --variables"],
  ])("%j", (args, message) => {
    expect(cli(args)).toEqual({ stdout: "", stderr: `jacobian: expected ${message}\n`, code: 2 });
  });

  test("an option that is none, and a formula that looks like one", () => {
    const { stderr, code } = cli(["-x^2"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^jacobian: expected arguments as jacobian --help tells, got others; /);
    expect(stderr).toMatch(/Unknown option '-x'.*after '--'/);
  });

  test("a formula that is none has its caret", () => {
    expect(cli(["r*cos(t; r"])).toEqual({
      stdout: "",
      stderr:
        'parse: expected an operator or ), got ";"; close the ( of line 1, column 6\nr*cos(t; r\n       ^\n',
      code: 2,
    });
  });
});

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
