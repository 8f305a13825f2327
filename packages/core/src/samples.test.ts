import { describe, expect, test } from "vitest";
import { rules, sampleFiles, samples } from "../test-support/primitives.ts";
import { shapeOf } from "./index.ts";

const walked = [...rules.values()];

test("the walk finds the rules", () => {
  expect(rules.size).toBeGreaterThan(60);
  expect([...rules.keys()]).toEqual(
    expect.arrayContaining(["add", "abs", "floor", "at", "norm2", "erf", "polygamma"]),
  );
});

test.each(walked)("$name has samples, of which most are interior", ({ name }) => {
  const own = samples[name] ?? [];
  const interior = own.filter(({ kind = "interior" }) => kind === "interior");
  expect(interior.length).toBeGreaterThanOrEqual(2);
});

test.each(walked)("$name is defined, with a finite value, at each of its samples", (rule) => {
  for (const { inputs, statics } of samples[rule.name] ?? []) {
    const [x = NaN, y = NaN] = inputs;
    const outputs =
      rule.kind === "unary" || rule.kind === "locallyConstant"
        ? [rule.apply(x, statics)]
        : rule.kind === "binary"
          ? [rule.apply(x, y, statics)]
          : [rule.apply(inputs, statics)].flat();
    for (const output of outputs) {
      if (typeof output === "number") expect(output).toSatisfy(Number.isFinite);
      else expect(shapeOf(output).length).toBeGreaterThan(0);
    }
  }
});

describe.each(sampleFiles)("%s", (_file, own) => {
  test("names only rules that exist", () => {
    expect(Object.keys(own).filter((name) => !rules.has(name))).toEqual([]);
  });
});

test("no primitive has samples in two files", () => {
  const names = sampleFiles.flatMap(([, own]) => Object.keys(own));
  expect(names).toEqual([...new Set(names)]);
});
