import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sin, sum } from "@jacobian/core";
import type { Value } from "@jacobian/core";
import { describe, expect, test, vi } from "vitest";
import { checkSample, jacobiansAt } from "./by-differences.ts";
import type { AnyFunction } from "./engines.ts";
import { engines, nameOf, orders } from "./engines.ts";
import { differ, largest, numbersOf } from "./numbers.ts";
import { primitivesOf, program } from "./primitives.ts";
import * as user from "./user-primitives.ts";
import { userSamples } from "./user-primitives.ts";

describe.each(primitivesOf(user))("a user's own $name", (primitive) => {
  const samples = userSamples[primitive.name] ?? [];

  test("works in both engines, in themselves and in each other", () => {
    expect(samples.length).toBeGreaterThan(0);
    const f = (statics: unknown) => program(primitive, statics);
    expect(
      samples.flatMap((sample) => checkSample(primitive.name, f(sample.statics), sample)),
    ).toEqual([]);
  });

  test.each(samples)("has third derivatives that agree in every order of engines: %#", (sample) => {
    const f: AnyFunction = (x) =>
      program(primitive, sample.statics)(x as readonly Value[]).map((y) => sum(sin(y)));
    const results = orders(3).map((order) => ({
      name: nameOf(order),
      got: numbersOf(
        order.reduceRight<AnyFunction>((g, { jacobian }) => jacobian(g), f)(sample.inputs),
      ),
    }));
    const reference = results[0]?.got ?? [];
    const tolerance = 1e-12 * largest(reference);
    expect(results.flatMap(({ name, got }) => differ(name, reference, got, tolerance))).toEqual([]);
  });
});

test("a pullback that follows from the pushforward is the one stated", () => {
  const [sample = { inputs: [] }] = userSamples["polarForm"] ?? [];
  const [stated, transposed] = ["polarForm", "transposedPolarForm"].map((name) =>
    primitivesOf(user)
      .filter((primitive) => primitive.name === name)
      .flatMap((primitive) => jacobiansAt(program(primitive, undefined), sample)),
  );
  expect(stated).toHaveLength(engines.length);
  const tolerance = 1e-15;
  const pairs = stated?.flatMap((J, k) => differ("Jacobian", J, transposed?.[k] ?? [], tolerance));
  expect(pairs).toEqual([]);
});

test("the function that CONTRIBUTING.md adds works at once, everywhere", async () => {
  const file = fileURLToPath(new URL("../../../CONTRIBUTING.md", import.meta.url));
  const lines = readFileSync(file, "utf8").split("\n");
  const line = lines.findIndex((text) => text.startsWith("```ts")) + 2;
  const query = new URLSearchParams({ readme: file, line: String(line) });
  const folder = fileURLToPath(new URL(".", import.meta.url));
  // What the block prints is checked in readme.test.ts; here only the function it defines counts.
  vi.stubGlobal("__readme", () => undefined);
  const module: unknown = await import(/* @vite-ignore */ `${folder}block.ts?${query.toString()}`);
  const added = primitivesOf(module as object);
  expect(added.map(({ name }) => name)).toEqual(["gelu"]);
  const points = [-9, -2, -0.3, 0, 0.5, 3].map((x) => ({ inputs: [x] }));
  expect(
    added.flatMap((primitive) =>
      points.flatMap((point) => checkSample(primitive.name, program(primitive, undefined), point)),
    ),
  ).toEqual([]);
});
