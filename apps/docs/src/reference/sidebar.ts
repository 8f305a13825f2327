import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { DefaultTheme } from "vitepress";

/** The folders in which TypeDoc puts the names of a module, in the order of the sidebar. */
const kinds: readonly (readonly [folder: string, title: string])[] = [
  ["functions", "Functions"],
  ["variables", "Primitives and constants"],
  ["classes", "Classes"],
  ["interfaces", "Interfaces"],
  ["type-aliases", "Types"],
];

const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .map((file) => file.replace(/\.md$/u, ""))
        .sort((a, b) => a.localeCompare(b))
    : [];

const moduleItem = (root: string, module: string): DefaultTheme.SidebarItem => ({
  text: module,
  link: `/reference/${module}/`,
  collapsed: true,
  items: kinds.flatMap(([folder, text]) => {
    const items = namesIn(join(root, module, folder)).map((name) => ({
      text: name,
      link: `/reference/${module}/${folder}/${name}`,
    }));
    return items.length > 0 ? [{ text, items }] : [];
  }),
});

/** The sidebar of the reference in a folder: its modules, and their names by kind. */
export const referenceSidebar = (root: string): DefaultTheme.SidebarItem[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)index\.md$/u.test(file) && file !== "index.md")
    .map((file) => file.replace(/\/index\.md$/u, ""))
    .sort((a, b) => a.replace("@", "").localeCompare(b.replace("@", "")))
    .map((module) => moduleItem(root, module));
