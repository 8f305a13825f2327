import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const template = join(import.meta.dirname, "../template");

const firstRelease = (name: string): string =>
  `---\n"@jacobian/${name}": major\n---\n\nFirst release.\n`;

/**
 * Stamps packages/<name> into a workspace, with the changeset of its first release.
 *
 * @throws Error if the name is not one of a package, or is taken
 */
export function stamp(root: string, name: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new Error(
      `new: expected a name of small letters, digits and single hyphens, got "${name}"; try npm run new -- my-package`,
    );
  }
  const folder = join(root, "packages", name);
  if (existsSync(folder)) {
    throw new Error(`new: expected a name that is free, got "${name}"; packages/${name} is there`);
  }
  for (const file of readdirSync(template, { recursive: true, encoding: "utf8" })) {
    if (!/\.\w+$/.test(file)) continue;
    const text = readFileSync(join(template, file), "utf8").replaceAll("{{name}}", name);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(root, ".changeset", `first-${name}.md`), firstRelease(name));
  return folder;
}
