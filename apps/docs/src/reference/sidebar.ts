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

const namesOf = (root: string, module: string): DefaultTheme.SidebarItem[] =>
  kinds.flatMap(([folder, text]) => {
    const items = namesIn(join(root, module, folder)).map((name) => ({
      text: name.replace(/_$/u, ""),
      link: `/reference/${module}/${folder}/${name}`,
    }));
    return items.length > 0 ? [{ text, items }] : [];
  });

const modulesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)index\.md$/u.test(file) && file !== "index.md")
    .map((file) => file.replace(/\/index\.md$/u, ""))
    .sort((a, b) => a.replace("@", "").localeCompare(b.replace("@", "")));

/**
 * The sidebars of the reference in a folder, by the paths that they stand beside: all modules, and the
 * names of the one that is open. All names on all pages would be most of what a page weighs.
 */
export const referenceSidebars = (root: string): DefaultTheme.SidebarMulti => {
  const modules = modulesIn(root);
  const sidebar = (open?: string): DefaultTheme.SidebarItem[] =>
    modules.map((module) => ({
      text: module,
      link: `/reference/${module}/`,
      ...(module === open && { items: namesOf(root, module) }),
    }));
  return {
    "/reference/": sidebar(),
    ...Object.fromEntries(modules.map((module) => [`/reference/${module}/`, sidebar(module)])),
  };
};
