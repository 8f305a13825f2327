import { differentiate, simplify, symbols, toLatex, toText } from "@jacobian/symbolic";
import { mul, square, structured, sum, unary, value, type Value } from "jacobian";

const [x, y] = symbols("x y");
/** 1/(1 + x²) */
const bell = unary("bell", {
  value: (x) => 1 / (1 + x * x),
  partial: (x, y) => mul(mul(-2, x), square(y)),
});

// By its name; its derivative is what the rule says, in the same name.
toText(bell(mul(x, y))); // "bell(x*y)"
toText(simplify(differentiate(bell(x), x))); // "-2*x*bell(x)^2"
toLatex(bell(x)); // "\\operatorname{bell}(x)"

// A structured function cannot be called by name: it states its formula.
const spec = {
  value: ([x = 0]: readonly Value[]) => [value(sum(square(x)))],
  shape: () => [[]],
  pushforward: ([dx = 0]: readonly Value[], [x = 0]: readonly Value[]) => [mul(2, sum(mul(x, dx)))],
};
const silent = structured("silent", spec);
const stated = structured("stated", {
  ...spec,
  formula: ([x = 0]) => [sum(square(x))],
});
toText(stated([x])[0]!); // "x^2"
silent([x]);
// throws UndecidedError: silent: expected a function that has a formula, got one that is
// known by its values only; evaluate it at numbers, write it with det, inv and matmul of
// @jacobian/symbolic, or state its `formula` where it is defined
