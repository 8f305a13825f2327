import { gt, where, type Scalars } from "jacobian";
import { symbols, toText, trace } from "@jacobian/symbolic";

const xy = symbols("x y");
trace(([x, y]: Scalars<2>) => (gt(x, y) ? x : y), xy);
// throws UndecidedError: gt: expected numbers to compare, got x and y, of which at
// least one is a formula; keep the condition in the program: where("gt", a, b, then,
// otherwise)
toText(trace(([x, y]: Scalars<2>) => where("gt", x, y, x, y), xy));
// "where(x > y, x, y)"
