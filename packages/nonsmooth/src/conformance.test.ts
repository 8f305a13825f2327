import * as core from "@jacobian/core";
import { conforms } from "@tooling/conformance";
import { jacobian } from "./index.ts";

conforms({ name: "nonsmooth", core, jacobian });
