import { target } from "@tooling/eslint/import-law";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Folder } from "./places.ts";

/** A package, and the packages that its sources import. */
export type Node = { readonly name: string; readonly imports: readonly string[] };

/** The sources of a package: tests may use more than what is published. */
const sources = ({ path }: Folder): string[] =>
  readdirSync(join(path, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join(path, "src", file));

/** Reads the real imports of each package, types included. */
export function edges(folders: readonly Folder[]): Node[] {
  const byPlace = new Map(folders.map((each) => [`${each.room}/${each.name}`, each.manifest.name]));
  return folders.map((folder) => {
    const imported = sources(folder)
      .flatMap((file) => ts.preProcessFile(readFileSync(file, "utf8")).importedFiles)
      .flatMap(({ fileName }) => {
        const to = target(fileName);
        return byPlace.get(`${to?.room ?? ""}/${to?.name ?? ""}`) ?? [];
      });
    const name = folder.manifest.name;
    return { name, imports: [...new Set(imported)].filter((each) => each !== name).sort() };
  });
}

const id = (name: string) => name.replaceAll(/\W+/g, "_").replace(/^_/, "");

/** A mermaid drawing: an arrow goes from a package to what it imports. */
export function draw(nodes: readonly Node[]): string {
  const boxes = nodes.map(({ name }) => `  ${id(name)}["${name}"]`);
  const arrows = nodes.flatMap(({ name, imports }) =>
    imports.map((each) => `  ${id(name)} --> ${id(each)}`),
  );
  return ["```mermaid", "flowchart TD", ...boxes, ...arrows, "```\n"].join("\n");
}
