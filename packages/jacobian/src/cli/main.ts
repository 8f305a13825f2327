#!/usr/bin/env node
import { readFileSync } from "node:fs";
import process from "node:process";
import { run } from "./run.ts";

const versionOf = (manifest: URL): string =>
  // A package has one.
  (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;

const main = (): void => {
  const { stdout, stderr, code } = run(process.argv.slice(2), {
    readFile: (path) => readFileSync(path, "utf8"),
    readInput: () => (process.stdin.isTTY ? undefined : readFileSync(0, "utf8")),
    version: () => versionOf(new URL("../../package.json", import.meta.url)),
  });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
};

// eslint-disable-next-line workspace/pure-calls -- a program runs when it is loaded, and nothing imports it
main();
