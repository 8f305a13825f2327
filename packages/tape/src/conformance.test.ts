import * as core from "@jacobian/core";
import { conforms } from "@tooling/conformance";
import { gradient, jacobian, vjp } from "./index.ts";

conforms({ name: "tape", core, gradient, jacobian, vjp });
