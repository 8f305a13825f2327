/**
 * Runs modules that `instrument` has made of a README's blocks, one after the other, and writes what
 * their statements gave, by line. Run as `run-examples.js <output> <module> …` beside the package.
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { hear } from "@tooling/vitest/show";

const [output = "", ...modules] = process.argv.slice(2);
const seen: (readonly (readonly [number, string])[])[] = [];
for (const module of modules) {
  const heard = hear();
  await import(pathToFileURL(module).href);
  seen.push([...heard]);
}
writeFileSync(output, JSON.stringify(seen));
