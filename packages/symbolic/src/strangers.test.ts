/** What SECURITY.md promises of formulas that somebody else wrote, beside what the parser's own tests hold. */
import { DomainError, mul, ParseError } from "@jacobian/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  differentiate,
  evaluate,
  expand,
  type Formula,
  parse,
  simplify,
  substitute,
  symbols,
  toC,
  toFunction,
  toJavaScript,
  toLatex,
  toPython,
  toText,
  Variable,
} from "./index.ts";

const one = (text: string): Formula => {
  const formula = parse(text);
  if (formula instanceof Variable || "operands" in formula) return formula;
  throw new Error(`${text} is no scalar`);
};

describe("a name that every object has", () => {
  const builtIn = () => JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  const names = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"];

  test.for(names)("%s is a variable, which has no value before it is given one", (name) => {
    const before = builtIn();
    const [x] = symbols(name) as [Formula];
    // JSON makes a property of its own even of __proto__.
    const given = JSON.parse(`{ "${name}": 3 }`) as Record<string, number>;
    expect(() => evaluate(x, {})).toThrow(DomainError);
    expect(substitute(x, {})).toBe(x);
    expect(evaluate(mul(x, x), given)).toBe(9);
    expect(evaluate(substitute(mul(x, x), given), {})).toBe(9);
    expect(toFunction(mul(x, x), [x])(3)).toBe(9);
    expect(one(`${name}*${name}`)).toBe(mul(x, x));
    expect(toText(x)).toBe(name);
    for (const print of [toC, toJavaScript, toPython]) expect(print(x, [x])).toContain(name);
    expect(toLatex(x)).toContain(name.replaceAll("_", ""));
    expect(builtIn()).toBe(before);
  });

  test.for(names)("%s is no function, unless it is given as one", (name) => {
    expect(() => parse(`${name}(2)`)).toThrow(ParseError);
    const functions = Object.fromEntries([[name, (x: Formula) => mul(x, x)]]);
    expect(parse(`${name}(2)`, { functions })).toBe(one("4"));
  });
});

describe("a name that would be code", () => {
  afterEach(() => void vi.unstubAllGlobals());

  const hostile: readonly string[] = [
    '"',
    "'",
    "`",
    "*/",
    "\n",
    "\u2028",
    "\u2029",
    "\\",
    ";",
    "${x}",
    "){}f(//",
    "ﷺ",
  ];

  /** The sources that are made into functions. */
  const made = (make: () => unknown): readonly string[] => {
    const sources: string[] = [];
    class Seen extends Function {
      constructor(...source: string[]) {
        // First, for where no text becomes code the next line throws.
        sources.push(source.join("\n"));
        super(...source);
      }
    }
    vi.stubGlobal("Function", Seen);
    make();
    vi.unstubAllGlobals();
    return sources;
  };

  // Line ends part names; another sign is none.
  test.for(hostile.filter((c) => c !== "ﷺ"))("%j is in no name", (c) => {
    if (/\s/u.test(c)) expect(symbols(`x${c}y`)).toHaveLength(2);
    else expect(() => symbols(`x${c}y`)).toThrow(DomainError);
  });

  test.for(hostile)("%j never reaches generated code, whoever made the variable", (c) => {
    const x = new Variable(`x${c}y`, {});
    const [plain] = symbols("x");
    const sources = made(() => toFunction(mul(x, x), [x]));
    expect(sources).not.toEqual([]);
    expect(sources).toEqual(made(() => toFunction(mul(plain, plain), [plain])));
    for (const print of [toC, toJavaScript, toPython]) {
      const source = print(mul(x, x), [x]);
      const name = /f\((?:double )?(\w+)\)/u.exec(source)?.[1] ?? "none";
      expect(source.replaceAll(name, "x")).toBe(print(mul(plain, plain), [plain]));
    }
  });
});

describe("deep nesting", { timeout: 120_000 }, () => {
  const kinds: Readonly<Record<string, (n: number) => string>> = {
    parentheses: (n) => `${"(".repeat(n)}x${")".repeat(n)}`,
    minuses: (n) => `${"-".repeat(n)}x`,
    "minuses and parentheses": (n) => `${"-(".repeat(n)}x${")".repeat(n)}`,
    powers: (n) => `x${"^x".repeat(n)}`,
    "powers of powers": (n) => `${"(".repeat(n)}x${"^x)".repeat(n)}`,
    quotients: (n) => `x${"/x".repeat(n)}`,
    calls: (n) => `${"sin(".repeat(n)}x${")".repeat(n)}`,
  };

  test.for(Object.entries(kinds))("%s, 100 000 deep, are a formula", ([, kind]) => {
    expect(evaluate(one(kind(100_000)), { x: 0.5 })).toBeGreaterThan(-1);
  });

  test.for(Object.entries(kinds))("%s, 10 000 deep, are printed and computed", ([, kind]) => {
    const formula = one(kind(10_000));
    const [x] = symbols("x");
    for (const print of [toText, toLatex]) expect(print(formula)).toContain("x");
    for (const print of [toC, toJavaScript, toPython]) expect(print(formula, [x])).toContain("x");
    expect(toFunction(formula, [x])(0.5)).toBe(evaluate(formula, { x: 0.5 }));
    expect(evaluate(simplify(differentiate(formula, x)), { x: 1 })).toEqual(expect.any(Number));
  });

  test.for(["(", "[", "sin(", "-", "x^", "max(x,"])("%s that ends nowhere is refused", (open) => {
    expect(() => parse(open.repeat(100_000))).toThrow(ParseError);
  });

  test("what closes nothing is refused", () => {
    expect(() => parse(`x${")".repeat(100_000)}`)).toThrow(ParseError);
    expect(() => parse(`${"[".repeat(100_000)}x${"]".repeat(100_000)}`)).toThrow(ParseError);
  });
});

describe("numbers that explode", () => {
  test.for<readonly [string, number]>([
    ["10^10^10", Infinity],
    ["2^(2^30)", Infinity],
    ["2^2^2^2^2^2", Infinity],
    ["10^-10^10", 0],
    ["(1/3)^(10^9)", 0],
    ["99999^99999", Infinity],
    ["1e1250^1250", Infinity],
    [`3${"^2".repeat(40)}`, Infinity],
    ["(1/7)^1250^1250", 0],
    ["exp(10^10)", Infinity],
  ])("%s stays a formula", ([text, value]) => {
    const formula = one(text);
    expect(evaluate(formula, {})).toBe(value);
    for (const same of [formula, simplify(formula), expand(formula)]) {
      expect(toText(same).length).toBeLessThan(4000);
    }
  });

  test.for(["1".repeat(100_000), `0.${"0".repeat(100_000)}1`, "1e99999", "1e-99999"])(
    "more digits than are read are refused",
    (text) => {
      expect(() => parse(text)).toThrow(ParseError);
    },
  );
});

describe("the time to read a text is in proportion to its length", { timeout: 120_000 }, () => {
  test.for([" ", "\t \n", "1", "1.", ".", "1e", "a", "a_", "é\u0301", "#", "# ", "x ", ";", "<"])(
    "%j again and again",
    (piece) => {
      // Seconds; many times the limit if the time grew as the square.
      expect(() => parse(`${piece.repeat(1_000_000)} $`)).toThrow(ParseError);
    },
  );
});
