import { execFile, execFileSync, type ExecFileSyncOptions } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Runs a program quietly and returns what it said; its errors carry its output. */
export function say(
  program: string,
  args: readonly string[],
  options: ExecFileSyncOptions = {},
): string {
  const env = { ...process.env, ...options.env };
  const stdio = "pipe";
  return execFileSync(program, args, { ...options, env, stdio, encoding: "utf8" });
}

/** As `say`, while other work goes on. */
export async function ask(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<string> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(program, args, options);
  return stdout;
}

/** Copies what git knows, or would add, and the builds, into a repository of its own. */
export function copyWorkspace(from: string, to: string): void {
  const known = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = say("git", known, { cwd: from }).split("\0");
  const builds = readdirSync(join(from, "packages")).map((name) => `packages/${name}/dist`);
  for (const path of [...files, ...builds]) {
    if (path === "" || !existsSync(join(from, path))) continue;
    cpSync(join(from, path), join(to, path), { recursive: true });
  }
  const git = (...args: string[]) => say("git", args, { cwd: to });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "rehearsal");
  git("config", "user.email", "rehearsal@example.org");
  git("add", "--all");
  git("commit", "--quiet", "--message", "The workspace");
}
