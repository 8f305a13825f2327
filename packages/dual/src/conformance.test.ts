import * as core from "@jacobian/core";
import { conforms } from "@tooling/conformance";
import { derivative, gradient, jacobian, jvp } from "./index.ts";

conforms({ name: "dual", core, derivative, gradient, jacobian, jvp });
