import { evaluate, Formula, parse, symbols } from "@jacobian/symbolic";
import { namesIn } from "./names.ts";
import { misused } from "./usage.ts";

/** A number, which may be written as a formula without variables: pi/4. */
const numberOf = (option: string, text: string): number => {
  const formula: unknown = parse(text);
  if (formula instanceof Formula && namesIn([formula]).length === 0) return evaluate(formula, {});
  throw misused(`a number in ${option}`, JSON.stringify(text.trim()), "write such as 0.7 or pi/4");
};

const name = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const constants: readonly string[] = ["pi", "e", "tau", "inf", "nan"];

const checkedName = (option: string, text: string): string => {
  const word = text.trim();
  if (!name.test(word) || constants.includes(word)) {
    const got = constants.includes(word) ? `the constant ${word}` : JSON.stringify(word);
    throw misused(`the name of a variable in ${option}`, got, "write such as x, t1 or theta");
  }
  return word;
};

const unique = (option: string, names: readonly string[]): readonly string[] => {
  const twice = names.find((each, k) => names.indexOf(each) !== k);
  if (twice === undefined) return names;
  throw misused(`each name once in ${option}`, `${twice} twice`, "leave one of them out");
};

/** The numbers of --at, by name and in their order. Commas within a number, as in atan2(1, 2), part nothing. */
export const pointOf = (text: string): ReadonlyMap<string, number> => {
  const pairs = text.split(/,(?=[^,=]*=)/u).map((pair) => {
    const [word = "", ...rest] = pair.split("=");
    if (rest.length === 1) return [checkedName("--at", word), numberOf("--at", rest[0]!)] as const;
    throw misused("name=number in --at", JSON.stringify(pair.trim()), "write such as --at x=1,y=2");
  });
  unique(
    "--at",
    pairs.map(([word]) => word),
  );
  return new Map(pairs);
};

/** The names of --variables, with commas or blanks between them. */
export const namesOf = (text: string): readonly string[] =>
  unique(
    "--variables",
    text
      .trim()
      .split(/[\s,]+/u)
      .map((word) => checkedName("--variables", word)),
  );

/** A direction: a number for each of `what`. */
export const directionOf = (
  option: string,
  text: string,
  what: string,
  count: number,
): readonly number[] => {
  const numbers = text.split(",").map((each) => numberOf(option, each));
  if (numbers.length === count) return numbers;
  throw misused(
    `${count} ${count === 1 ? "number" : "numbers"} in ${option}, one for each ${what}`,
    String(numbers.length),
    `write such as ${option}=${Array.from({ length: count }, (_, k) => (k === 0 ? 1 : 0)).join(",")}`,
  );
};

/** Variables of these names. */
export const variablesOf = (names: readonly string[]): readonly Formula[] =>
  names.map((each) => symbols(each)[0]!);
