import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { places } from "./places.ts";

/** The tag under which a canary is installed. */
export const tag = "canary";

/**
 * Marks every public package as changed. A canary, such as 0.0.0-canary-20260101120000, lies in no
 * range of a release, so it needs canaries of all that it is used with.
 */
export function markAll(root: string): void {
  const names = places(root, ["packages"]).map(({ manifest }) => manifest.name);
  const lines = names.map((name) => `"${name}": patch\n`).join("");
  writeFileSync(join(root, ".changeset/canary.md"), `---\n${lines}---\n\nA canary.\n`);
}
