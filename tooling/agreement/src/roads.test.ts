import * as core from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as linalg from "@jacobian/linalg";
import * as nonsmooth from "@jacobian/nonsmooth";
import * as tape from "@jacobian/tape";
import { pointOf, scenarios } from "@tooling/conformance";
import {
  type Scalar,
  type Scalars,
  compose,
  cos,
  determinant,
  jacobian,
  linearize,
  logAbsDeterminant,
  mul,
  sin,
  square,
  taylorTest,
  unary,
  volume,
} from "jacobian";
import { check } from "jacobian/check";
import { describe, expect, test } from "vitest";

// The verbs of `jacobian` where several engines meet.

/** A long vector is a matter of speed, not of agreement: its Jacobian has a million entries. */
const subjects = scenarios
  .filter(({ name }) => !name.startsWith("a long vector"))
  .map((scenario): readonly [string, (x: unknown) => unknown, unknown] => [
    scenario.name,
    scenario.f(core, linalg),
    pointOf(scenario, core),
  ]);

const engines = [
  ["dual", dual],
  ["tape", tape],
  ["nonsmooth", nonsmooth],
] as const;

describe("check", () => {
  test.each(subjects)("%s", (_, f, x) => {
    const report = check(f)(x);
    expect(report.ok, report.toString()).toBe(true);
  });

  test("names the line that called a wrong primitive", () => {
    const wrong = unary("wrong", { value: Math.sin, partial: (x) => sin(x) });
    const report = check(([x, y]: Scalars<2>) => mul(x, wrong(y)))([1, 2]);
    expect(report.culprit?.location).toMatch(/roads\.test\.ts:\d+:\d+$/);
  });
});

describe("linearize, compose and every engine give one Jacobian", () => {
  test.each(subjects)("%s", (_, f, x) => {
    const J = jacobian(f)(x);
    const size = J.data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    const others = [
      linearize(f)(x).toMatrix(),
      compose(f).factors(x).product(),
      ...engines.map(([, engine]) => jacobian(f, { engine })(x)),
    ];
    for (const other of others) {
      expect(other.shape).toEqual(J.shape);
      other.data.forEach((entry, k) => {
        expect(Math.abs(entry - J.data[k]!)).toBeLessThanOrEqual(1e-12 * size);
      });
    }
  });

  test("taylorTest: the linear approximation is one, order 2 or exact", () => {
    for (const [name, f, x] of subjects) {
      const n = core.entryCount("test", x);
      if (n === 0) continue;
      const h = core.unflatten(
        "test",
        x,
        Float64Array.from({ length: n }, (_, k) => Math.cos(k)),
      );
      expect(taylorTest(f)(x, h).order, name).toBeGreaterThan(1.9);
    }
  });
});

describe("volumes are differentiated by any engine around any engine", () => {
  const map = ([x, y]: Scalars<2>) => [mul(square(x), y), mul(cos(x), y)];
  const sheet = ([x, y]: Scalars<2>) => [mul(square(x), y), mul(cos(x), y), sin(y)];
  const at = [0.8, 1.3] as const;

  test.each(engines.slice(0, 2))("Jacobians by %s", (_, engine) => {
    const factors = [
      ([x, y]: Scalars<2>): Scalar => determinant(map, { engine })([x, y]),
      ([x, y]: Scalars<2>): Scalar => logAbsDeterminant(map, { engine })([x, y]),
      ([x, y]: Scalars<2>): Scalar => volume(sheet, { engine })([x, y]),
    ];
    for (const factor of factors) {
      const [forward, reverse] = [dual.gradient(factor)(at), tape.gradient(factor)(at)];
      forward.forEach((entry, k) => expect(entry).toBeCloseTo(reverse[k]!, 13));
      expect(taylorTest(factor)(at, [1, 0.5]).order).toBeGreaterThan(1.9);
    }
  });
});
