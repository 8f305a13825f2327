import * as dual from "@jacobian/dual";
import * as tape from "@jacobian/tape";
import * as whole from "jacobian";
import { mul, square, type Scalars } from "@jacobian/core";

const f = ([x, y]: Scalars<2>) => mul(square(x), y);

whole.gradient(f)([1, 3]); // [ 6, 1 ]
dual.gradient(f)([1, 3]); // [ 6, 1 ]
tape.gradient(f)([1, 3]); // [ 6, 1 ]
