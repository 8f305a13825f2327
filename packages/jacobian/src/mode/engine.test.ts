import * as dual from "@jacobian/dual";
import * as nonsmooth from "@jacobian/nonsmooth";
import * as tape from "@jacobian/tape";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type JacobianEngine,
  type JacobianOptions,
  type Scalar,
  type Scalars,
  DomainError,
  Matrix,
  OperatorError,
  cos,
  determinant,
  jacobian,
  mul,
  neg,
  relu,
  sin,
  sub,
} from "../index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

/** What a program that is not type-checked may pass. */
const untyped = (options: unknown) => () => jacobian(polar, options as JacobianOptions)([2, 0.7]);

describe("wrong engines", () => {
  test("objects without the verb", () => {
    for (const engine of [{}, null, 3, "dual", { jacobian: 3 }]) {
      expect(untyped({ engine })).toThrow(DomainError);
    }
    expect(untyped({ engine: {} })).toThrow(
      'jacobian: expected an engine with a function jacobian, got an object (Object); import one whole: import * as dual from "@jacobian/dual"',
    );
  });

  test("a verb that is another one: no function, no matrix", () => {
    expect(untyped({ engine: { jacobian: () => 3 } })).toThrow(DomainError);
    expect(untyped({ engine: { jacobian: () => () => 3 } })).toThrow(OperatorError);
  });

  test("an engine and how it should work", () => {
    expect(untyped({ engine: dual, mode: "forward" })).toThrow(
      /expected { engine } alone, got it with mode/,
    );
    expect(untyped({ engine: dual, chunk: 3 })).toThrow(/got it with chunk/);
  });

  test("do not compile", () => {
    // @ts-expect-error it has no verb jacobian
    expect(() => jacobian(polar, { engine: { gradient: tape.gradient } })).toThrow(DomainError);
  });
});

describe("engines", () => {
  test.each([
    ["dual", dual],
    ["tape", tape],
    ["nonsmooth", nonsmooth],
  ] satisfies [string, JacobianEngine][])("%s as it is imported", (_, engine) => {
    const J = jacobian(polar, { engine })([2, 0.7]);
    expectTypeOf(J).toEqualTypeOf<Matrix>();
    expect(J).toEqual(jacobian(polar)([2, 0.7]));
    expect(determinant(polar, { engine })([2, 0.7])).toBeCloseTo(2, 15);
  });

  test("an engine is asked, with constants: relu(x) − relu(−x) is x", () => {
    const f = ([x]: Scalars<1>, a: number) => mul(a, sub(relu(x), relu(neg(x))));
    expect(jacobian(f, { engine: nonsmooth })([0], 3).toJSON()).toEqual([[3]]);
    expect(jacobian(f)([0], 3).toJSON()).toEqual([[0]]);
  });

  test("one of one's own", () => {
    const engine: JacobianEngine = { jacobian: () => () => new Matrix(1, 1, Float64Array.of(7)) };
    expect(jacobian((x: Scalar) => x, { engine })(2).toJSON()).toEqual([[7]]);
  });
});
