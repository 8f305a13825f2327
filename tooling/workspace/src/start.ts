import { run } from "./run.ts";

/** Builds an app and what it needs, then runs a script of it. */
function runApp(app: string, script: string): number {
  console.log(`Building the ${app} ...`);
  const built = run("turbo", "run", "build", `--filter=@apps/${app}`, "--output-logs=errors-only");
  return built || run("pnpm", "--silent", "--filter", `@apps/${app}`, script);
}

/** Builds the demo, then serves it on a port of this machine. */
export const start = (): number => runApp("demo", "preview");

/** Builds the handbook, then serves it on a port of this machine. */
export const docs = (): number => runApp("docs", "preview");

/** Builds what the tour needs, then takes it. */
export const tour = (): number => runApp("tour", "start");
