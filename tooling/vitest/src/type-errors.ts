import { join } from "node:path";
import ts from "typescript";
import { moduleOf, type Block } from "../readme-extract.js";

/** A consumer's compiler options, but with the workspace's sources in the place of its builds. */
export const options: ts.CompilerOptions = {
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

const parsed = new Map<string, ts.SourceFile | undefined>();

/** A compiler's host that parses a file once for all programs: declarations of libraries are most of what they read. */
export function sharingHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile(file, version, ...rest) {
      if (!parsed.has(file)) parsed.set(file, host.getSourceFile(file, version, ...rest));
      return parsed.get(file);
    },
  };
}

/** The type errors of blocks, each as `path:line: message`. */
export function typeErrors(
  folder: string,
  blocks: readonly (Block & { readonly path: string })[],
): string[] {
  const paths = new Map(blocks.map(({ path }, k) => [join(folder, `block-${k}.ts`), path]));
  const files = new Map([...paths.keys()].map((file, k) => [file, moduleOf(blocks[k]!)]));
  const host = sharingHost();
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
      return `${paths.get(file) ?? file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}
