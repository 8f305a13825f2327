export { beta, lbeta } from "./beta.ts";
export { erf, erfc, erfinv } from "./error-function.ts";
export { digamma, lgamma, polygamma, trigamma } from "./gamma.ts";
