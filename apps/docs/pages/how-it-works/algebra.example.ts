import { add, at, Element, exp, mul, nextLevel, square, value } from "@jacobian/core";
import type { Algebra, Scalar, Value } from "@jacobian/core";

/** x + ε·ẋ, a number and how fast it moves. */
class Moving extends Element {
  readonly shape = [];
  constructor(
    readonly algebra: Algebra,
    readonly x: Value,
    readonly dx: Value,
  ) {
    super();
  }
  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }
  toString(): string {
    return `${String(this.x)} + ${String(this.dx)}ε`;
  }
}
const partsOf = (x: Value): readonly [Value, Value] => (x instanceof Moving ? [x.x, x.dx] : [x, 0]);
const left = (): never => {
  throw new Error("left out of this sketch");
};

// The chain rule, once for each shape of rule. No function is named here.
const moving: Algebra = {
  level: nextLevel(),
  open: true,
  unary(rule, x, s) {
    const [p, dp] = partsOf(x);
    const y = rule.apply(p, s);
    return new Moving(moving, y, rule.tangent(dp, p, y, s));
  },
  binary(rule, x, y, s) {
    const [[p, dp], [q, dq]] = [partsOf(x), partsOf(y)];
    const z = rule.apply(p, q, s);
    return new Moving(moving, z, rule.tangent(dp, dq, p, q, z, s));
  },
  value: (x) => value(partsOf(x)[0]),
  piecewise: left,
  locallyConstant: left,
  structured: left,
  decide: left,
};

square(new Moving(moving, 3, 1)).toString(); // "9 + 6ε"
const x = new Moving(moving, 0, 1);
mul(add(x, 2), exp(x)).toString(); // "2 + 3ε"
