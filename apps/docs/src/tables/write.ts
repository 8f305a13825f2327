import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { conventionTables } from "./convention-table.ts";
import { derivativeTable } from "./derivative-table.ts";

const pages = resolve(import.meta.dirname, "../../pages");

// No .md: these are parts of pages, not pages.
writeFileSync(resolve(pages, "conventions/table.part"), conventionTables());
writeFileSync(resolve(pages, "derivative-table/table.part"), derivativeTable());
