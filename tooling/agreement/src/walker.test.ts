import type { Plain } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { checkSample } from "./by-differences.ts";
import { checkPoint, wrongAt } from "./by-table.ts";
import { composites } from "./composites.ts";
import { failures } from "./numbers.ts";
import { isElementwise, primitives, program } from "./primitives.ts";
import type { Sample } from "./samples.ts";
import { samplesOf, stated } from "./samples.ts";
import { excuses, unclaimed } from "./slack.ts";
import { tableOf, tabulated } from "./tables.ts";

/** Its derivative is by definition not that of its value. */
const held = new Set(["stopGradient"]);

/** Samples at numbers, once more as a vector each, and with a vector in the first place alone. */
const spread = ({ inputs, statics }: Sample): Sample[] => {
  if (!inputs.every((x) => typeof x === "number")) return [];
  const twice = inputs.map((x): Plain => Float64Array.of(x, x));
  return [
    { inputs: twice, statics },
    { inputs: [...twice.slice(0, 1), ...inputs.slice(1)], statics },
  ];
};

/** The same number of operands, each ±0, ±∞ or NaN. */
const extreme = ({ inputs }: Sample): Sample[] =>
  [0, -0, Infinity, -Infinity, NaN].map((x) => ({ inputs: inputs.map(() => x) }));

describe.each(primitives)("$name", (primitive) => {
  const { name } = primitive;
  const interior = samplesOf(name, "interior");
  const check = (sample: Sample): string[] =>
    failures("sample", () => checkSample(name, program(primitive, sample.statics), sample));

  test("has samples in the interior", () => {
    expect(interior.length).toBeGreaterThan(0);
  });

  const table = tableOf(name);
  if (table !== undefined) {
    test("agrees with its table", () => {
      const of = (statics: unknown) => program(primitive, statics);
      expect(table.flatMap((point) => checkPoint(name, of, point))).toEqual([]);
    });
  }

  if (!held.has(name)) {
    test("agrees with differences at first and second order", () => {
      expect(interior.flatMap(check)).toEqual([]);
    });
  }

  if (isElementwise(primitive) && !held.has(name)) {
    test("does so on arrays", () => {
      expect(interior.flatMap(spread).flatMap(check)).toEqual([]);
    });
  }

  // A primitive may have a path of its own for numbers: the rule and the path must not drift apart.
  if (isElementwise(primitive) && name !== "where") {
    test("is called as its rule evaluates", () => {
      const ordinary = samplesOf(name).filter((each) => each.statics === undefined);
      for (const { inputs } of [...ordinary, ...ordinary.map(extreme).flat()]) {
        expect(primitive.call(...inputs)).toEqual(program(primitive, undefined)(inputs)[0]);
      }
    });
  }
});

const names = new Set(primitives.map(({ name }) => name));

test("samples are stated once for each primitive or composite, and for those only", () => {
  const all = stated.map(([name]) => name);
  expect(all.filter((name, k) => all.indexOf(name) !== k)).toEqual([]);
  const known = new Set([...names, ...composites.map(({ name }) => name)]);
  expect(stated.filter(([name]) => !known.has(name))).toEqual([]);
});

test("every table belongs to a primitive", () => {
  expect(tabulated.length).toBeGreaterThan(0);
  expect(tabulated.filter((name) => !names.has(name))).toEqual([]);
});

test.each(unclaimed)("$name, $roads, at $x is excused because it still fails: $why", (entry) => {
  const wrong = primitives
    .filter(({ name }) => name === entry.name)
    .flatMap((primitive) =>
      (tableOf(entry.name) ?? []).flatMap((point) =>
        wrongAt(entry.name, (statics) => program(primitive, statics), point).filter(({ road }) =>
          excuses(entry, entry.name, road, point.x),
        ),
      ),
    );
  expect(wrong).not.toEqual([]);
});
