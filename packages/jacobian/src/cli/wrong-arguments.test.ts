import { describe, expect, test } from "vitest";
import { cli } from "../../test-support/cli.ts";

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
