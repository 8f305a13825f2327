import { places } from "./places.ts";
import { root, run } from "./run.ts";

/**
 * Checks the types of all packages as one program, of all tools as another, and of each app: a program
 * for each package would read and check core as often as there are packages.
 */
export function types(): number {
  const projects = [
    "tooling/tsconfig/packages.json",
    "tooling/tsconfig/tools.json",
    ...places(root, ["apps"]).map(({ room, name }) => `${room}/${name}`),
  ];
  const failed = projects.filter((project) => run("tsc", "--noEmit", "--project", project) !== 0);
  return failed.length === 0 ? 0 : 1;
}
