import { join } from "node:path";
import ts from "typescript";
import type { Block } from "../readme-extract.js";

/** A consumer's compiler options, but with the workspace's sources in the place of its builds. */
const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  customConditions: ["@jacobian/source"],
  allowImportingTsExtensions: true,
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
};

/** The type errors of a README's blocks, each as `README:line: message`. */
export function typeErrors(readme: string, folder: string, blocks: readonly Block[]): string[] {
  const files = new Map(
    blocks.map(({ line, code }) => [
      join(folder, `readme-block-${line}.ts`),
      "\n".repeat(line - 1) + code,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const withBlocks: ts.CompilerHost = {
    ...host,
    fileExists: (file) => files.has(file) || host.fileExists(file),
    readFile: (file) => files.get(file) ?? host.readFile(file),
    getSourceFile(file, version, ...rest) {
      const text = files.get(file);
      if (text === undefined) return host.getSourceFile(file, version, ...rest);
      return ts.createSourceFile(file, text, version);
    },
  };
  const program = ts.createProgram([...files.keys()], options, withBlocks);
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ start = 0, messageText }) => {
      const line = source ? source.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${readme}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}
