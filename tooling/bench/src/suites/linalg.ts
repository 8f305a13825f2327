import type { Suite } from "../benchmark.ts";
import { mathjs } from "../peers/mathjs.ts";
import { mlMatrix } from "../peers/ml-matrix.ts";
import { numericJs } from "../peers/numeric.ts";
import { rowsBeside } from "./linalg-rows.ts";

const slow = "takes more than three seconds a call";

/** Dense linear algebra beside the packages that are JavaScript all through. */
export const suite: Suite = {
  name: "dense linear algebra",
  per: "call",
  benchmarks: rowsBeside({
    "ml-matrix": { routines: mlMatrix, ahead: true },
    numeric: {
      routines: numericJs,
      ahead: true,
      without: { "eigh 200": slow, "eigh 500": slow },
    },
    mathjs: {
      routines: mathjs,
      ahead: true,
      without: { "qr 500": slow, "eigh 200": slow, "eigh 500": slow },
    },
  }),
};
