import { writeFileSync } from "node:fs";
import { derivativeTable } from "./table.ts";

writeFileSync(new URL("derivatives.md", import.meta.url), derivativeTable());
