import { jacobian as forward, secondDirectional } from "@jacobian/dual";
import {
  evaluate,
  type Formula,
  type FormulaArray,
  hessian,
  jacobian as byFormulas,
  parse,
  symbols,
  toGeneric,
} from "@jacobian/symbolic";
import { jacobian as reverse } from "@jacobian/tape";
import { expect, test } from "vitest";

const [x, y] = symbols("x y");
const maps = [
  "x*cos(y); x*sin(y)",
  "exp(x)*cos(y); x^3 - y; atan2(y, x)",
  "max(x, y)*abs(x - 2*y); where(x < y, x^2, sin(y)); clamp(x*y, -1, 1)",
];

test.each(maps)("forward and reverse mode of %s give what its formulas give", (text) => {
  const formulas = parse<string>(text, { variables: [x, y] }) as readonly Formula[];
  const f = toGeneric(formulas, [x, y]);
  const at = [0.8, 0.3] as const;
  const expected = evaluate<FormulaArray<2>>(byFormulas(formulas, [x, y]), { x: at[0], y: at[1] });
  for (const engine of [forward, reverse]) {
    const entries = engine(f)([...at]).data;
    entries.forEach((entry, k) => expect(entry).toBeCloseTo(expected.data[k]!, 13));
  }
  const [first] = formulas;
  const curvature = evaluate<FormulaArray<2>>(hessian(first!, [x, y]), { x: at[0], y: at[1] });
  const along = secondDirectional(toGeneric(first!, [x, y]))([...at], [1, 0]).second;
  expect(along).toBeCloseTo(curvature.data[0]!, 12);
});
