import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { doorsOf } from "./loading.ts";
import type { Manifest } from "./pack.ts";
import type { Registry } from "./registry.ts";
import { say } from "./scratch.ts";

/** What an installed package says of itself. */
export function installedManifest(folder: string, name: string): Manifest {
  const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  return JSON.parse(manifest) as Manifest;
}

/** Installs one package in a clean folder, with npm, from the registry. */
export function install(folder: string, name: string, { env }: Registry): Manifest {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  say("npm", ["install", "--no-audit", "--no-fund", name], { cwd: folder, env });
  return installedManifest(folder, name);
}

/** The names of all packages that an installation brought. */
export function brought(folder: string): string[] {
  const modules = join(folder, "node_modules");
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@")
        ? readdirSync(join(modules, name)).map((each) => `${name}/${each}`)
        : name,
    )
    .sort();
}

/** Imports each door of an installed package by its name, and counts what it exports. */
export function importAll(folder: string, manifest: Manifest): Record<string, number> {
  const code = `const counts = {};
for (const door of ${JSON.stringify(doorsOf(manifest))}) counts[door] = Object.keys(await import(door)).length;
console.log(JSON.stringify(counts));`;
  const said = say(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder });
  return JSON.parse(said) as Record<string, number>;
}

/** A consumer's program: the example of the README, with the function named and inline. */
const program = `import { cos, determinant, jacobian, mul, sin, type Matrix, type Scalars } from "jacobian";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const named: Matrix = jacobian(polar)([2, 0.7]);
const inline: Matrix = jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))])([2, 0.7]);
const area: number = determinant(polar)([2, 0.7]);
const plain = polar([2, 0.7]);

export const result = { named: [...named.data], inline: [...inline.data], area, plain };
`;

/** Type-checks and runs the consumer's program in a folder where `jacobian` is installed. */
export function consume(folder: string): unknown {
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    target: "es2023",
    module: "nodenext",
    types: [],
    outDir: "out",
  };
  writeFileSync(join(folder, "program.ts"), program);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["program.ts"] }),
  );
  say("tsc", [], { cwd: folder });
  const code = 'import { result } from "./out/program.js"; console.log(JSON.stringify(result));';
  return JSON.parse(
    say(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder }),
  ) as unknown;
}

/** What the program of the installed `jacobian` says of polar coordinates. */
export function askProgram(folder: string): unknown {
  const question = ["r*cos(t); r*sin(t)", "--at", "r=2,t=0.7", "--json"];
  return JSON.parse(
    say("npx", ["--no", "--", "jacobian", ...question], { cwd: folder }),
  ) as unknown;
}
