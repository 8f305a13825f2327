import { readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { options, sharingHost } from "./type-errors.ts";

/** What the tests read of a package.json. */
interface Manifest {
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (root: string): Manifest =>
  // A package.json of this workspace: its own tools check its form.
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

interface Entry {
  /** How a module in `folder` imports it. */
  readonly specifier: string;
  readonly file: string;
}

/** The source files that a package's `exports` name. */
const entriesOf = (root: string, specifierOf: (subpath: string, file: string) => string): Entry[] =>
  Object.entries(manifestOf(root).exports ?? {}).flatMap(([subpath, conditions]) => {
    const source = conditions["@jacobian/source"];
    if (source === undefined) return [];
    const file = join(root, source);
    return [{ specifier: specifierOf(subpath, file), file }];
  });

export interface PublicApi {
  /** The package's modules, from its entries on. */
  readonly files: readonly string[];
  /** Its exported functions whose doc comment has no @example. */
  readonly withoutExample: readonly string[];
  /** Each exported name of the package, then of the workspace's packages it depends on. */
  readonly importOf: ReadonlyMap<string, { readonly specifier: string; readonly name: string }>;
}

/** Reads what a package exports: `folder` is that of its sources. */
export function publicApi(folder: string): PublicApi {
  const root = dirname(folder);
  const own = entriesOf(root, (_, file) => `./${relative(folder, file)}`);
  const entries = [...own, ...dependenciesOf(root)];
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    options,
    sharingHost(),
  );
  const exported = exportsIn(program);
  const isOwn = (file: string): boolean => file.startsWith(`${folder}/`);
  return {
    files: program
      .getSourceFiles()
      .map(({ fileName }) => fileName)
      .filter(isOwn),
    withoutExample: own
      .flatMap(exported)
      .filter(({ file, isFunction, hasExample }) => isOwn(file) && isFunction && !hasExample)
      .map(({ name, file }) => `${relative(root, file)}: ${name}`),
    // The last wins: a package's own name before one of a dependency.
    importOf: new Map(
      entries
        .reverse()
        .flatMap(exported)
        .map(({ name, isValue, specifier }) => [
          name,
          { specifier, name: isValue ? name : `type ${name}` },
        ]),
    ),
  };
}

/** The entries of the workspace's packages that a package depends on. */
function dependenciesOf(root: string): Entry[] {
  const { dependencies, peerDependencies } = manifestOf(root);
  return Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) =>
    // The real path: TypeScript knows each source by it.
    entriesOf(realpathSync(join(root, "node_modules", name)), (subpath) => join(name, subpath)),
  );
}

/** The exports of an entry, with what their declarations say. */
const exportsIn = (program: ts.Program) => (entry: Entry) => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry.file);
  const module = source && checker.getSymbolAtLocation(source);
  return (module ? checker.getExportsOfModule(module) : []).map((symbol) => {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const origin = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = origin.declarations?.[0];
    const isValue = (origin.flags & ts.SymbolFlags.Value) !== 0;
    return {
      name: symbol.name,
      specifier: entry.specifier,
      isValue,
      isFunction: isValue && checker.getTypeOfSymbol(origin).getCallSignatures().length > 0,
      file: declaration?.getSourceFile().fileName ?? "",
      hasExample: origin.getJsDocTags(checker).some(({ name }) => name === "example"),
    };
  });
};
