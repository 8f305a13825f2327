import { describe, expect, test } from "vitest";
import { choice, number, numbers, pair, text, toggle } from "./fields.ts";
import { conventions } from "../views/kinks/conventions-field.ts";
import { read, write } from "./state.ts";

describe("a mistyped address is as at first", () => {
  test.each([
    ["number", number(1, 0, 2), ["", "x", "3", "-1", "NaN", "Infinity", "1e999"]],
    ["numbers", numbers([1]), ["", "1,", "1,x", "1e9", Array(13).fill("1").join(",")]],
    ["pair", pair(1, 2), ["1", "1,2,3", "a,b"]],
    ["choice", choice(["a", "b"], "a"), ["c", "", "constructor"]],
    ["toggle", toggle(true), ["yes", ""]],
    ["text", text("x", 3), ["abcd"]],
    ["conventions", conventions(), ["relu", "relu:", "relu:both", ":1", "relu:1,", "__proto__:1"]],
    ["too many", conventions(), [Array.from({ length: 13 }, (_, k) => `f${k}:1`).join(",")]],
  ] as const)("%s", (_kind, field, wrong) => {
    for (const each of wrong) expect(field.read(each)).toBeUndefined();
  });

  test("and what else it says is kept", () => {
    const state = read("#view=__proto__&at=1,2&side=abc&unknown=1");
    expect(state.view).toBe("map");
    expect(state.at).toEqual([1, 2]);
    expect(state.side).toBe(0.6);
  });
});

test("a number is written shortly, and a small one does not become 0", () => {
  const field = number(1, 0, 2);
  const sizes = [0.123456, 1.000001, 0.00001, 3.14159e-7, 0];
  expect(sizes.map(field.write)).toEqual(["0.1235", "1", "0.00001", "3.142e-7", "0"]);
  const state = { ...read(""), known: true, lipschitz: 0.00003, within: 0.00001 };
  expect(read(write(state))).toEqual(state);
});

test("the first state needs no address", () => {
  expect(write(read(""))).toBe("");
});

test("an address brings back its state", () => {
  const state = {
    ...read(""),
    view: "matrix",
    f: "x & y = #",
    at: [-1.25, 3],
    field: false,
    own: { relu: 0.5, abs: "first" },
  } as const;
  expect(read(write(state))).toEqual(state);
});
