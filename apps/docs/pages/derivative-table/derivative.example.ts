import { differentiate, parse, simplify, symbols, toLatex, toText } from "@jacobian/symbolic";

const [x] = symbols("x");
const slope = (text: string) => simplify(differentiate(parse(text), x));

toText(slope("x*log(x) - x")); // "log(x)"
toText(slope("atan(exp(x))")); // "exp(x)/(exp(2*x) + 1)"
toLatex(slope("sqrt(x^2 + 1)")); // "\\frac{x}{\\sqrt{x^{2} + 1}}"
