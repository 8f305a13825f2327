import { add, mul, sin } from "@jacobian/core";
import { symbols, toFunction } from "../src/index.ts";

/** Run where code generation is forbidden: prints whether it is, and what a function gives all the same. */
const isForbidden = (): boolean => {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- asks
    new Function("");
    return false;
  } catch (error) {
    return error instanceof EvalError;
  }
};

const [x, y] = symbols("x y");
const f = toFunction([mul(sin(x), y), add(sin(x), 0.1)], [x, y]);
console.log(JSON.stringify({ isForbidden: isForbidden(), result: f(0.7, 3) }));
