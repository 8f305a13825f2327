import * as core from "@jacobian/core";
import { conforms } from "@tooling/conformance";
import * as dual from "./index.ts";

conforms({ name: "dual", core, ...dual });
