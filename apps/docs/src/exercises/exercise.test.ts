import { Matrix } from "jacobian";
import { describe, expect, test } from "vitest";
import { check, type Exercise } from "./exercise.ts";

const exercise = (answer: Exercise["answer"], at?: Exercise["at"]): Exercise => ({
  answer,
  ...(at ? { at } : {}),
  solution: "",
  mistakes: [],
  hint: "",
});

const half = exercise(() => 0.5);
const square = exercise(({ x }) => x! ** 2, [{ x: 1.5 }, { x: -0.5 }]);
const matrix = exercise(() => new Matrix(2, 2, Float64Array.of(1, 2, 3, 4)));

describe("what a reader may type", () => {
  test.each([
    [half, "1/2"],
    [half, "0.5"],
    [half, " cos(0)/2 "],
    [half, "0.50004"],
    [square, "x^2"],
    [square, "x*x + x - x"],
    [matrix, "1, 2; 3, 4"],
    [matrix, "[[1, 2]; [3, 4]]"],
    [matrix, "1, 2\n3, 4"],
    [exercise(() => 0), "0"],
    [exercise(() => 0), "sin(0)"],
    [exercise(() => [1, 2]), "(1), max(2, 1)"],
    [exercise(() => [1, 2]), "(1, 2)"],
    [exercise(() => [1, 2]), "(1, max(2, 1))"],
    [matrix, "(1, 2); (3, 4)"],
    [square, "x²"],
    [square, "x·x − 0×x"],
    [exercise(() => Math.PI), "π"],
  ])("%#: %s is right", (asked, text) => {
    expect(check(asked, text)).toEqual({ right: true, say: "Right." });
  });
});

describe("what is wrong", () => {
  test.each([
    [half, "0.6", "Not yet."],
    [exercise(() => 0), "0.001", "Not yet."],
    [square, "x^3", "Not yet."],
    [matrix, "1, 2; 3, 5", "Not yet: row, column (2, 2)."],
    [exercise(() => [1, 2, 3]), "1, 0, 0", "Not yet: entry 2, 3."],
    [square, "y^2", "Not yet: expected the variables x, got the name y."],
    [half, "y/y", "Not yet: expected a number, got the name y."],
    [square, "constructor", "got the name constructor"],
    [half, "1,".repeat(2000), "expected at most 2000 letters"],
    [half, "(".repeat(2001), "expected at most"],
    [matrix, "1, 2, 3, 4", "expected 2 rows of 2, got 4 numbers"],
    [matrix, "1, 2; 3", "expected 2 rows of 2"],
    [half, "NaN", "NaN"],
    [half, "1/", "expected"],
    [half, "y", "y"],
    [half, "", "Type an answer first."],
    [half, " \n ", "Type an answer first."],
    [half, ")(", "expected"],
  ])("%#: %s", (asked, text, say) => {
    const verdict = check(asked, text);
    expect(verdict.right).toBe(false);
    expect(verdict.say).toContain(say);
  });
});

test("a mistake is known by its values, however it is written", () => {
  const asked: Exercise = { ...square, mistakes: [{ answer: "2*x", say: "That is the slope." }] };
  expect(check(asked, "x + x").say).toBe("That is the slope.");
});

test("a point is not enough to be right", () => {
  expect(check(square, "1.5*x").right).toBe(false);
});
