import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { broken } from "./manifests.ts";
import { draw, edges } from "./mermaid.ts";
import { places, type Room } from "./places.ts";
import { root } from "./run.ts";

const rooms: readonly Room[] = ["packages", "apps"];

/**
 * Writes `drawing` between the markers of a text.
 *
 * @throws Error if the text has not exactly one pair of markers
 */
export function between(text: string, drawing: string): string {
  const parts = /^(.*<!-- graph:start -->\n).*(<!-- graph:end -->.*)$/s.exec(text);
  if (!parts) {
    throw new Error(
      "graph: expected <!-- graph:start --> and <!-- graph:end -->, got neither; add both lines to ARCHITECTURE.md",
    );
  }
  const [, before = "", after = ""] = parts;
  return `${before}\n${drawing}\n${after}`;
}

/**
 * Draws the packages and their real imports in ARCHITECTURE.md. With `--check` it writes nothing,
 * and fails where the drawing is stale or a manifest depends on what the import law forbids.
 */
export function graph(args: readonly string[]): number {
  const file = join(root, "ARCHITECTURE.md");
  if (!existsSync(file)) {
    console.error("graph: expected ARCHITECTURE.md, got no such file; write it, with the markers");
    return 1;
  }
  const forbidden = broken(places(root, ["packages", "apps", "tooling"]));
  for (const line of forbidden) console.error(line);

  const text = readFileSync(file, "utf8");
  const drawn = between(text, draw(edges(places(root, rooms))));
  if (!args.includes("--check")) writeFileSync(file, drawn);
  else if (drawn !== text) {
    console.error(
      "graph: expected ARCHITECTURE.md to show the imports of the sources, got an older drawing; run npm run graph",
    );
    return 1;
  }
  return forbidden.length === 0 ? 0 : 1;
}
