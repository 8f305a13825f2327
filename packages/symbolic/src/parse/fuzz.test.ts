import { ParseError } from "@jacobian/core";
import { cases } from "@tooling/vitest/cases";
import { holds } from "@tooling/vitest/holds";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toText } from "../index.ts";
import { formulas, variablesOf } from "../../test-support/random-formulas.ts";
import { errorOf, fuzz, misplaced, texts } from "../../test-support/parser-inputs.ts";
import { parse } from "./parse.ts";

const runs = cases(3000, 100_000);

test(
  "random texts give formulas, or errors at the right place",
  { timeout: 3_600_000 },
  async () => {
    const found = await fuzz(Number(process.env["FUZZ_SEED"] ?? 1), runs);
    // A text that says what went wrong is no number.
    expect(found).toEqual(expect.any(Number));
    expect(found).toBeGreaterThan(runs / 100);
  },
);

holds(
  "a sign that no formula has is found where it was put into one",
  fc.property(formulas, fc.double({ min: 0, max: 1, noNaN: true }), (formula, where) => {
    const text = toText(formula);
    // In the middle of a name or number it may leave another, which is unknown.
    const places = [...text.matchAll(/(?<![\p{L}\p{M}\p{N}_.]|\de-)|$/gu)].map(
      ({ index }) => index,
    );
    const offset = places[Math.floor(where * (places.length - 1))]!;
    const broken = `${text.slice(0, offset)}$${text.slice(offset)}`;
    try {
      parse(broken, { variables: variablesOf(formula) });
      return false;
    } catch (error) {
      // After the name of a function, the name is told to lack its parenthesis.
      const isCall = offset > 0 && text[offset] === "(" && /[\p{L}\p{N}_]/u.test(text[offset - 1]!);
      return error instanceof ParseError && (isCall || error.offset === offset);
    }
  }),
  { few: 300, many: 1000 },
);

holds(
  "a text gives a formula, or an error at the right place",
  fc.property(texts, (text) => {
    const error = errorOf(text);
    return error === undefined || misplaced(text, error) === undefined;
  }),
  { few: 300, many: 10_000, print: JSON.stringify },
);
