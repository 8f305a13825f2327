import { parse, toText } from "@jacobian/symbolic";

parse("2*(x + 1");
// throws ParseError: parse: expected an operator or ), got the end of the text; close
// the ( of line 1, column 3
// 2*(x + 1
//         ^
parse("2 x");
// throws ParseError: parse: expected an operator or the end of the formula, got the
// name "x"; write * for a product
// 2 x
//   ^
toText(parse("2*x")); // "2*x"
