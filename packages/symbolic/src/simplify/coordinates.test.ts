import { cos, cosh, div, mul, type Scalar, sin, sinh, square, sub } from "@jacobian/core";
import { expect, test } from "vitest";
import { evaluateSlowly } from "../../test-support/evaluate.ts";
import { det, type Formula, jacobian, parse, simplify, symbols, toText } from "../index.ts";

const [r, s, t, u, v, z] = symbols("r s t u v z");
const [a] = symbols("a", { positive: true });

const bipolar = sub(cosh(u), cos(v));
const ring = sub(cosh(s), cos(t));

/** Coordinates, the variables in order, and the determinant as it stands in tables of formulas. */
const systems: readonly (readonly [string, readonly Scalar[], readonly Formula[], string])[] = [
  ["polar", [mul(r, cos(t)), mul(r, sin(t))], [r, t], "r"],
  ["cylindrical", [mul(r, cos(t)), mul(r, sin(t)), z], [r, t, z], "r"],
  [
    "spherical",
    [mul(mul(r, sin(t)), cos(u)), mul(mul(r, sin(t)), sin(u)), mul(r, cos(t))],
    [r, t, u],
    "r^2*sin(t)",
  ],
  ["parabolic", [mul(u, v), div(sub(square(v), square(u)), 2)], [u, v], "u^2 + v^2"],
  [
    "elliptic",
    [mul(mul(a, cosh(u)), cos(v)), mul(mul(a, sinh(u)), sin(v))],
    [u, v],
    "a^2*(sinh(u)^2 + sin(v)^2)",
  ],
  [
    "bipolar",
    [div(mul(a, sinh(u)), bipolar), div(mul(a, sin(v)), bipolar)],
    [u, v],
    "-a^2/(cosh(u) - cos(v))^2",
  ],
  [
    "toroidal",
    [
      div(mul(mul(a, sinh(s)), cos(u)), ring),
      div(mul(mul(a, sinh(s)), sin(u)), ring),
      div(mul(a, sin(t)), ring),
    ],
    [s, t, u],
    "a^3*sinh(s)/(cosh(s) - cos(t))^3",
  ],
];

const points = [0.3, 1.1, -0.6].map(
  (shift) =>
    new Map([r, s, t, u, v, z, a].map((variable, k) => [variable, Math.cos(k + shift) + 1.2])),
);

/** Those whose determinant comes out as it stands there. The others ask for sin² = 1 − cos² inside a square of a sum. */
const asInTables = new Set(["polar", "cylindrical", "spherical", "parabolic"]);

test.each(systems)("%s coordinates", (name, coordinates, variables, expected) => {
  const given = det(jacobian(coordinates, variables));
  const result = simplify(given);
  if (asInTables.has(name)) expect(toText(result)).toBe(expected);
  const known = parse(expected, { variables: [r, s, t, u, v, z, a] }) as Formula;
  for (const at of points) {
    const { value } = evaluateSlowly(known, at);
    expect(evaluateSlowly(result, at).value / value).toBeCloseTo(1, 8);
  }
});
