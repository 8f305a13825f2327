import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiReports } from "./api.ts";
import type { Manifest } from "./pack.ts";

/** Writes the reports of the package in the current folder anew. */
const folder = process.cwd();
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
const reports = apiReports(folder, manifest);
rmSync(join(folder, "api"), { recursive: true, force: true });
mkdirSync(join(folder, "api"));
for (const { file, text } of reports) writeFileSync(join(folder, "api", file), text);
console.log(`${manifest.name}: ${reports.map(({ file }) => `api/${file}`).join(", ")}`);
