/**
 * Type-checks the consumers in some folders with one version of TypeScript, as a strict program under
 * each way to resolve modules. Run as `type-check.ts <the name of TypeScript> <folder> …`; prints
 * the version and, for each folder, the errors.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type TypeScript from "typescript";

const [compiler = "", ...folders] = process.argv.slice(2);
// Both versions have what is used here, with the types of the newer one.
const ts = createRequire(import.meta.url)(compiler) as typeof TypeScript;

/** The declarations themselves are checked too, and find neither Node nor a browser. */
const strict: TypeScript.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  types: [],
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
};

const { ESNext, Node16, NodeNext } = ts.ModuleKind;
const { Bundler, ...resolution } = ts.ModuleResolutionKind;

const ways: Readonly<Record<string, TypeScript.CompilerOptions>> = {
  node16: { module: Node16, moduleResolution: resolution.Node16 },
  nodenext: { module: NodeNext, moduleResolution: resolution.NodeNext },
  bundler: { module: ESNext, moduleResolution: Bundler },
};

/** CommonJS may require what is an ES module under nodenext alone. */
const filesFor = (way: string, folder: string) =>
  ["consumer.ts", "doors.ts", ...(way === "nodenext" ? ["doors.cts"] : [])].map((file) =>
    join(folder, file),
  );

const messageOf = (way: string, { file, start = 0, messageText }: TypeScript.Diagnostic) => {
  const line = file ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0;
  return `${way}: ${file?.fileName ?? ""}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
};

const problems = new Map(folders.map((folder) => [folder, [] as string[]]));
for (const [way, options] of Object.entries(ways)) {
  const files = folders.flatMap((folder) => filesFor(way, folder));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0)
    throw new Error(`types: expected ${missing.join(", ")}, got no such file`);
  const program = ts.createProgram(files, { ...strict, ...options });
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const { file } = diagnostic;
    for (const [folder, found] of problems) {
      if (!file || file.fileName.startsWith(`${folder}/`)) found.push(messageOf(way, diagnostic));
    }
  }
}
const ofFolders = Object.fromEntries(problems);
console.log(JSON.stringify({ version: ts.version, ways: Object.keys(ways), problems: ofFolders }));
