import { ParseError } from "@jacobian/core";
import * as fc from "fast-check";
import { parse } from "../src/parse/parse.ts";

/** A random number from 0 to below n, from a generator of 32 bits (mulberry32), so that a seed tells the run. */
type Random = (n: number) => number;

const randomFrom = (seed: number): Random => {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
};

const words =
  "x y θ 変数 π é x₁ x² − __proto__ constructor prototype toString valueOf hasOwnProperty e pi tau inf nan 1 2 0.5 .5 1e9 1e-3 12345678901234567890 + - * / ^ ** ( ) [ ] , ; := < <= > >= == # % ! = ? : \n \t \r . sin( cos( log( atan2( max( where( clamp( polygamma( pow(".split(
    / /,
  );

const seeds = [
  "r*cos(theta)",
  "-x^2 + 2^-y - 0.5e3*z",
  "where(a <= b, clamp(x, -1, 2), polygamma(3, y))",
  "[[a, b], [c, d]]",
  "t := sin(x); t*t + t\n1/t",
  "sqrt(x^2 + y^2)/(1 + exp(-x)) # note",
  "__proto__*constructor + max(θ, 2)",
];

const bytes = (random: Random): string =>
  Array.from({ length: random(40) }, () =>
    String.fromCharCode(random(4) === 0 ? random(0x10000) : 9 + random(118)),
  ).join("");

const soup = (random: Random): string =>
  Array.from({ length: random(24) }, () => words[random(words.length)]!).join(
    random(2) === 0 ? "" : " ",
  );

const mutated = (random: Random): string => {
  let text = seeds[random(seeds.length)]!;
  for (let k = random(4); k >= 0; k--) {
    const [from, other] = [random(text.length + 1), seeds[random(seeds.length)]!];
    const start = random(other.length);
    const inserted = [words[random(words.length)]!, other.slice(start, start + random(12)), ""][
      random(3)
    ]!;
    text = text.slice(0, from) + inserted + text.slice(from + random(4));
  }
  return text;
};

const nested = (random: Random): string => {
  const depth = random(random(50) === 0 ? 20_000 : 50);
  const open = ["(", "[", "sin(", "-", "2^", "max(x,", "where(x<"][random(7)]!;
  const close = [")", "]", ")", "", "", ")", ",1,2)"][random(7)]!;
  return open.repeat(depth) + soup(random) + close.repeat(random(2) === 0 ? depth : random(50));
};

const long = (random: Random): string =>
  words[random(words.length)]!.repeat(random(random(50) === 0 ? 5000 : 50)) + soup(random);

const kinds = [bytes, soup, mutated, mutated, nested, long];

/** Texts of words, of pieces of formulas and of any characters, which shrink. */
export const texts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.constantFrom(...seeds.flatMap((seed) => seed.split(" "))) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
    ),
    { maxLength: 24, size: "max" },
  )
  .chain((pieces) => fc.constantFrom("", " ").map((between) => pieces.join(between)));

/** The error of a text, if it has one; any other than a ParseError is thrown. */
export const errorOf = (text: string): ParseError | undefined => {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw new Error(`no ParseError for ${JSON.stringify(text.slice(0, 200))}`, { cause: error });
  }
};

/** Errors of meaning stand at a name, bracket or operator that was read before; these at what is read. */
const isOfSyntax = ({ expected }: ParseError): boolean =>
  /^an operand|^an operator/u.test(expected);

/** What is wrong with the place that an error tells, by other means than the parser's. */
export const misplaced = (text: string, error: ParseError): string | undefined => {
  const { line, column, offset } = error;
  const lines = text.slice(0, offset).split("\n");
  if (offset < 0 || offset > text.length) return "outside the text";
  if (line !== lines.length || column !== lines.at(-1)!.length + 1) return "line or column";
  if (!isOfSyntax(error)) return undefined;
  // Up to the place all may be right: cut there, the text is whole or lacks something at its end.
  const cut = text.slice(0, offset);
  const cutError = errorOf(cut);
  if (cutError !== undefined && isOfSyntax(cutError) && cutError.offset !== cut.length) {
    return "not the first wrong place";
  }
  // What follows the place does not matter, unless it makes the token there longer.
  const token = /^(?:[\p{L}_][\p{L}\p{M}\p{Nd}₀-₉_]*|[^\d.:=<>*])/u.exec(text.slice(offset))?.[0];
  if (token === undefined) return undefined;
  const again = errorOf(`${cut}${token} `);
  return again?.offset === offset ? undefined : "depends on what follows";
};

/** Formulas looked up are kept until the current job of the event loop ends: this ends it. */
const released = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Parses so many random texts: a description of the first that goes wrong, or how many were formulas. */
export const fuzz = async (seed: number, runs: number): Promise<string | number> => {
  const random = randomFrom(seed);
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  let parsed = 0;
  for (let k = 0; k < runs; k++) {
    if (k % 1000 === 0) await released();
    const text = kinds[random(kinds.length)]!(random);
    const error = errorOf(text);
    if (error === undefined) parsed++;
    const wrong = error && misplaced(text, error);
    if (wrong !== undefined) return `${wrong}: ${JSON.stringify(text)} at ${error?.offset ?? 0}`;
  }
  const after = Object.getOwnPropertyNames(Object.prototype).join();
  return before === after ? parsed : "polluted";
};
