import { cos, mul, type Scalars } from "jacobian";
import { differentiate, evaluate, hessian, jacobian, parse } from "@jacobian/symbolic";
import { series, simplify, symbols, toFunction, toLatex, toText, trace } from "@jacobian/symbolic";

const [x, y] = symbols("x y");
const f = parse("x^2*y");
toText(simplify(differentiate(f, x))); // "2*x*y"
simplify(jacobian([f, mul(x, y)], [x, y])); // [ [ 2*x*y, x^2 ], [ y, x ] ]
simplify(hessian(f, [x, y])); // [ [ 2*y, 2*x ], [ 2*x, 0 ] ]
evaluate(f, { x: 2, y: 3 }); // 12
toFunction(f, [x, y])(2, 3); // 12
toLatex(f); // "x^{2} y"
toText(series(parse("exp(x)"), x, { order: 3 }).polynomial);
// "1 + x + 1/2*x^2 + 1/6*x^3"
toText(trace(([u, v]: Scalars<2>) => mul(u, cos(v)), [x, y])); // "x*cos(y)"
