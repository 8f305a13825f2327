import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Application, Comment, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";

import { arrange, withoutExample } from "./arrange.ts";
import { complaintsOf } from "./complaints.ts";

const workspace = resolve(import.meta.dirname, "../../../..");
const out = resolve(import.meta.dirname, "../../pages/reference");

/** A door that a package publishes: how it is imported, what is behind it, and the file of its source. */
interface Door {
  readonly specifier: string;
  readonly description: string;
  readonly file: string;
}

/** What is behind the doors that are only a part of their package. */
const parts: Readonly<Record<string, string>> = {
  "@jacobian/core/eslint":
    "An ESLint rule that finds native operators on what may be differentiated.",
  "@jacobian/core/special": "Gamma, beta and error functions, with their derivatives.",
  "jacobian/check": "Every engine against every other and against differences.",
};

const doorsOf = (folder: string): Door[] => {
  const root = join(workspace, "packages", folder);
  // A package.json of this workspace: its own tools check its form.
  const manifest = readFileSync(join(root, "package.json"), "utf8");
  const {
    name,
    description,
    exports = {},
  } = JSON.parse(manifest) as {
    readonly name: string;
    readonly description: string;
    readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  return Object.entries(exports).flatMap(([subpath, { "@jacobian/source": source }]) => {
    if (source === undefined) return [];
    const specifier = join(name, subpath);
    const said = subpath === "." ? description : parts[specifier];
    if (said === undefined)
      throw new Error(`reference: expected what ${specifier} is, got nothing`);
    return [{ specifier, description: said, file: join(root, source) }];
  });
};

/** A name has its page where it is first exported: these give on what others define. */
const gathering: readonly string[] = ["jacobian", "flows"];

const rankOf = (folder: string): number => gathering.indexOf(folder);

const doors = readdirSync(join(workspace, "packages"))
  .sort((a, b) => rankOf(a) - rankOf(b))
  .flatMap(doorsOf);

const options: TypeDocOptions & Partial<PluginOptions> = {
  name: "Reference",
  entryPoints: doors.map(({ file }) => file),
  tsconfig: join(workspace, "apps/docs/src/reference/tsconfig.json"),
  plugin: ["typedoc-plugin-markdown"],
  readme: "none",
  router: "member",
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  outputs: [{ name: "markdown", path: out }],
  entryFileName: "index",
  hidePageHeader: true,
  hideBreadcrumbs: false,
  indexFormat: "table",
  parametersFormat: "table",
  skipErrorChecking: true,
  logLevel: "Warn",
};

const markdownFiles = (): string[] =>
  readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(out, file));

/** The page of core's type Index would stand for its folder: index.md. */
const renameIndex = (): void => {
  for (const file of markdownFiles()) {
    const text = readFileSync(file, "utf8").replaceAll(
      "interfaces/Index.md",
      "interfaces/Index_.md",
    );
    writeFileSync(file, text);
    if (file.endsWith("/Index.md")) renameSync(file, file.replace(/Index\.md$/u, "Index_.md"));
  }
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const application = await Application.bootstrapWithPlugins(options);
const project = await application.convert();
if (!project) throw new Error("reference: expected sources that TypeDoc reads, got none");
for (const module of project.children ?? []) {
  // TypeDoc names a module by the path of its file.
  const file = application.files.getReflectionPath(module);
  const door = doors.find((each) => each.file === file);
  if (door === undefined) continue;
  module.name = door.specifier;
  module.comment = new Comment([{ kind: "text", text: door.description }]);
}
const complaints = complaintsOf(project);
if (complaints.length > 0) throw new Error(`reference: ${complaints.join("\n")}`);
await application.generateOutputs(project);
renameIndex();
const files = new Map(
  (project.children ?? []).flatMap((module) =>
    (module.children ?? []).flatMap((child): [string, string][] => {
      const file = project.getSymbolIdFromReflection(child)?.fileName;
      return file === undefined ? [] : [[`${module.name}/${child.name}`, file]];
    }),
  ),
);
const pages = arrange(
  new Map(markdownFiles().map((file) => [relative(out, file), readFileSync(file, "utf8")])),
  files,
);
const lacking = withoutExample(pages);
if (lacking.length > 0) {
  throw new Error(`reference: expected an example, got none for ${lacking.join(", ")}`);
}
for (const [path, text] of pages) writeFileSync(join(out, path), text);
