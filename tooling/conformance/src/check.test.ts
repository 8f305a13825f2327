import * as core from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { check } from "./check.ts";
import { flatten, outline, plain, unflatten } from "./container.ts";
import type { Engine } from "./engine.ts";
import { richardson } from "./richardson.ts";
import type { Input, Program, Scenario, Table } from "./scenario.ts";
import { pointOf } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";
import { apply, delta, get, list, transposed } from "./table.ts";

const { Matrix } = core;

const matrixOf = (rows: Table, cols: number) =>
  new Matrix(rows.length, cols, Float64Array.from(rows.flat()));

/** A Jacobian by differences: what the oracle answers when a function of its own answers comes. */
const byDifferences = (f: Program, x: Input): Table => {
  const numbers = flatten(x);
  const columns = numbers.map((_, k) => {
    const g = (t: number) =>
      flatten(
        plain(
          f(
            unflatten(
              core,
              x,
              numbers.map((a, j) => a + t * delta(j, k)),
            ),
          ),
        ),
      );
    return richardson(g).map((e) => e.value);
  });
  return transposed(columns, flatten(plain(f(x))).length);
};

/** An engine that knows one scenario by heart, and the scenario made to tell it which f is its own. */
const oracle = (scenario: Scenario): { engine: Engine; scenario: Scenario } => {
  const own = new Set<Program>();
  const told: Scenario = {
    ...scenario,
    f: (c, l) => {
      const f = scenario.f(c, l);
      own.add(f);
      return f;
    },
  };
  const width = (x: Input) => flatten(x).length;
  const engine: Engine = {
    name: "oracle",
    core,
    jacobian: (f) => (x) => {
      const at = plain(x);
      return matrixOf(own.has(f) ? scenario.jacobian(at) : byDifferences(f, at), width(at));
    },
    jvp: (f) => (x, v) => {
      const tangent = apply(scenario.jacobian(plain(x)), flatten(plain(v)));
      return { value: f(x), tangent: unflatten(core, plain(f(x)), tangent) };
    },
    vjp: (f) => (x, w) => {
      const J = transposed(scenario.jacobian(plain(x)), width(plain(x)));
      return { value: f(x), cotangent: unflatten(core, plain(x), apply(J, flatten(plain(w)))) };
    },
    gradient: () => (x) => unflatten(core, plain(x), scenario.jacobian(plain(x)).flat()),
  };
  return { engine, scenario: told };
};

const named = (name: string): Scenario => {
  const found = scenarios.find((s) => s.name === name);
  if (found === undefined) throw new Error(`check.test: expected a scenario named "${name}"`);
  return found;
};

const polar = () => oracle(named("polar coordinates"));
const valley = () => oracle(named("Rosenbrock's valley"));

/** Every number multiplied by `factor`, in the same container. */
const scaled = (x: unknown, factor: (k: number) => number): Input =>
  unflatten(
    core,
    plain(x),
    flatten(plain(x)).map((a, k) => a * factor(k)),
  );

const oneOff = (k: number) => (k === 1 ? 1 + 1e-9 : 1);

describe("check, an engine that is right", () => {
  const short = scenarios.filter(
    (s) => s.needs === undefined && flatten(pointOf(s, core)).length < 40,
  );
  for (const known of short) {
    test(`passes ${known.name}`, () => {
      const { engine, scenario } = oracle(known);
      expect(check(engine, scenario)).toEqual([]);
    });
  }
});

describe("check, an engine that is wrong", () => {
  const wrong: readonly (readonly [string, RegExp, (e: Engine) => Partial<Engine>])[] = [
    [
      "its Jacobian is transposed",
      /^jacobian, entry 1/,
      ({ jacobian }) => ({
        jacobian: (f) => (x) => matrixOf(transposed((jacobian(f)(x) as core.Matrix).toJSON()), 2),
      }),
    ],
    [
      "one entry is off by 1e-9",
      /^jacobian, entry 1/,
      ({ jacobian }) => ({
        jacobian: (f) => (x) => scaled(jacobian(f)(x), oneOff),
      }),
    ],
    [
      "its Jacobian has another shape",
      /^jacobian: expected matrix 2×2, got matrix 1×4/,
      ({ jacobian }) => ({
        jacobian: (f) => (x) => new Matrix(1, 4, Float64Array.from(flatten(plain(jacobian(f)(x))))),
      }),
    ],
    [
      "an entry is NaN",
      /^jacobian, entry 1: .*NaN/,
      ({ jacobian }) => ({
        jacobian: (f) => (x) => scaled(jacobian(f)(x), (k) => (k === 1 ? NaN : 1)),
      }),
    ],
    [
      "a tangent is off by 1e-9",
      /^tangent, entry 1/,
      ({ jvp }) => ({
        jvp: (f) => (x, v) => {
          const got = jvp?.(f)(x, v);
          return { value: got?.value ?? NaN, tangent: scaled(got?.tangent ?? NaN, oneOff) };
        },
      }),
    ],
    [
      "a tangent is not shaped like the output",
      /^tangent, structure: expected \[number, number\], got vector 2/,
      ({ jvp }) => ({
        jvp: (f) => (x, v) => {
          const got = jvp?.(f)(x, v);
          const tangent = Float64Array.from(flatten(plain(got?.tangent ?? NaN)));
          return { value: got?.value ?? NaN, tangent };
        },
      }),
    ],
    [
      "the value beside a tangent is wrong",
      /^value of jvp, entry 0/,
      ({ jvp }) => ({
        jvp: (f) => (x, v) => ({ value: [0, 0], tangent: jvp?.(f)(x, v).tangent ?? NaN }),
      }),
    ],
    [
      "a cotangent has the sign of another convention",
      /^duality/,
      ({ vjp }) => ({
        vjp: (f) => (x, w) => {
          const got = vjp?.(f)(x, w);
          return { value: got?.value ?? NaN, cotangent: scaled(got?.cotangent ?? NaN, () => -1) };
        },
      }),
    ],
    [
      "it throws",
      /^cotangents: threw no such rule/,
      () => ({
        vjp: () => () => {
          throw new Error("no such rule");
        },
      }),
    ],
  ];

  test.each(wrong)("%s", (_, expected, spoil) => {
    const { engine, scenario } = polar();
    const failures = check({ ...engine, ...spoil(engine) }, scenario);
    expect(failures.filter((failure) => expected.test(failure))).not.toEqual([]);
  });

  test("its second order is zero, and only that", () => {
    const { engine, scenario } = polar();
    const f = new Set<Program>();
    const flat: Engine = {
      ...engine,
      jacobian: (g) => (x) => {
        const J = engine.jacobian(g)(x) as core.Matrix;
        return f.has(g) ? J : new Matrix(J.rows, J.cols);
      },
    };
    const told: Scenario = {
      ...scenario,
      f: (c, l) => {
        const g = scenario.f(c, l);
        f.add(g);
        return g;
      },
    };
    const failures = check(flat, told);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.filter((failure) => !failure.startsWith("second order"))).toEqual([]);
  });

  test("its second order is off by 1e-6", () => {
    const { engine, scenario } = valley();
    const bent: Engine = {
      ...engine,
      jvp: (f) => (x, v) => {
        const factor = 1 + 1e-6 * (get(flatten(plain(x)), 0) + 1.2);
        const got = engine.jvp?.(f)(x, v);
        return { value: got?.value ?? NaN, tangent: scaled(got?.tangent ?? NaN, () => factor) };
      },
    };
    expect(check(bent, scenario).every((failure) => failure.startsWith("second order"))).toBe(true);
    expect(check(bent, scenario)).toHaveLength(1);
  });

  test("its gradient is a list instead of the input's container", () => {
    const { engine, scenario } = oracle(named("sum of the squares of a matrix"));
    const failures = check(
      { ...engine, gradient: (f) => (x) => flatten(plain(engine.gradient?.(f)(x) ?? NaN)) },
      scenario,
    );
    expect(failures).toEqual([
      "gradient, structure: expected matrix 2×3, got [number, number, number, number, number, number]",
    ]);
  });

  test("without jvp and vjp, second order is still checked", () => {
    const { engine, scenario } = polar();
    const { name, jacobian } = engine;
    const failures = check({ name, core, jacobian }, scenario);
    expect(failures).toEqual([]);
    const zero: Engine = { name, core, jacobian: () => () => new Matrix(2, 1) };
    expect(check(zero, scenario).some((failure) => failure.startsWith("second order"))).toBe(true);
  });
});

test("a scenario whose value by hand is wrong is a failure of value", () => {
  const { engine, scenario } = polar();
  const failures = check(engine, { ...scenario, value: () => list(2, () => 0) });
  expect(failures.filter((failure) => failure.startsWith("value, entry"))).toHaveLength(2);
  expect(outline(plain(engine.jacobian(scenario.f(core, undefined))([2, 0.7])))).toBe("matrix 2×2");
});
