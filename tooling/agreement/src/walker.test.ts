import type { Plain } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { checkSample } from "./by-differences.ts";
import { checkPoint } from "./by-table.ts";
import { failures } from "./numbers.ts";
import type { Primitive } from "./primitives.ts";
import { primitives, program } from "./primitives.ts";
import type { Sample } from "./samples.ts";
import { samplesOf, stated } from "./samples.ts";
import { tableOf, tabulated } from "./tables.ts";

/** Its derivative is by definition not that of its value. */
const held = new Set(["stopGradient"]);

const isSmooth = ({ rule }: Primitive): boolean =>
  (rule.kind === "unary" || rule.kind === "binary") && rule.dependence === "elementwise";

/** Samples at numbers, once more as a vector each, and with a vector in the first place alone. */
const spread = ({ inputs, statics }: Sample): Sample[] => {
  if (!inputs.every((x) => typeof x === "number")) return [];
  const twice = inputs.map((x): Plain => Float64Array.of(x, x));
  return [
    { inputs: twice, statics },
    { inputs: [...twice.slice(0, 1), ...inputs.slice(1)], statics },
  ];
};

const isElementwise = ({ rule }: Primitive): boolean =>
  rule.kind === "piecewise" || rule.kind === "locallyConstant" || rule.dependence === "elementwise";

describe.each(primitives)("$name", (primitive) => {
  const { name } = primitive;
  const interior = samplesOf(name, "interior");
  const check = (sample: Sample): string[] =>
    failures("sample", () => checkSample(name, program(primitive, sample.statics), sample));

  test("has samples in the interior", () => {
    expect(interior.length).toBeGreaterThan(0);
  });

  const table = tableOf(name);
  test.skipIf(table === undefined)("agrees with its table", () => {
    const wrong = table?.flatMap((point) => checkPoint(name, (s) => program(primitive, s), point));
    expect(wrong).toEqual([]);
  });

  test.skipIf(held.has(name))("agrees with differences at first and second order", () => {
    expect(interior.flatMap(check)).toEqual([]);
  });

  test.runIf(isElementwise(primitive) && !held.has(name))("does so on arrays", () => {
    expect(interior.flatMap(spread).flatMap(check)).toEqual([]);
  });

  test.runIf(isSmooth(primitive))("is called as its rule evaluates", () => {
    for (const { inputs, statics } of interior.filter((sample) => sample.statics === undefined)) {
      expect(primitive.call(...inputs)).toEqual(program(primitive, statics)(inputs)[0]);
    }
  });
});

const names = new Set(primitives.map(({ name }) => name));

test("samples are stated once for each primitive, and for primitives only", () => {
  const all = stated.map(([name]) => name);
  expect(all.filter((name, k) => all.indexOf(name) !== k)).toEqual([]);
  expect(stated.filter(([name]) => !names.has(name))).toEqual([]);
});

test("every table belongs to a primitive", () => {
  expect(tabulated.length).toBeGreaterThan(0);
  expect(tabulated.filter((name) => !names.has(name))).toEqual([]);
});
