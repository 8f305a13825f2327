import * as core from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as linalg from "@jacobian/linalg";
import * as tape from "@jacobian/tape";
import { conforms } from "@tooling/conformance";
import * as jacobian from "jacobian";

conforms({ name: "dual", core, linalg, ...dual });
conforms({ name: "tape", core, linalg, ...tape });
conforms({ name: "jacobian", core, linalg, ...jacobian });
