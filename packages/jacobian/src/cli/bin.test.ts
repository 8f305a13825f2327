import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const source = join(import.meta.dirname, "main.ts");
const folder = mkdtempSync(join(tmpdir(), "jacobian-cli-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the program as a process of its own. */
const bin = (args: readonly string[], input = "") => {
  const node = ["--import", "tsx", "--conditions=@jacobian/source", source];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...node, ...args], {
    input,
    encoding: "utf8",
  });
  return { stdout, stderr, status };
};

describe("the program", { timeout: 240_000 }, () => {
  test("reads a file, answers on standard output", () => {
    const file = join(folder, "polar.txt");
    writeFileSync(file, "r*cos(t)\nr*sin(t)\n");
    const { stdout, stderr, status } = bin(["--file", file, "--at", "r=2,t=0.7", "--json"]);
    expect([stderr, status]).toEqual(["", 0]);
    expect(JSON.parse(stdout)).toMatchObject({ determinant: "r", at: { rank: 2 } });
  });

  test("reads what is piped, complains on standard error", () => {
    expect(bin([], "r*cos(t")).toEqual({
      stdout: "",
      stderr:
        "parse: expected an operator or ), got the end of the text; close the ( of line 1, column 6\nr*cos(t\n       ^\n",
      status: 2,
    });
  });

  test("names a point outside the domain", () => {
    expect(bin(["log(x)", "--at", "x=-1"])).toMatchObject({
      stderr: "jacobian: formula 1 has no finite value at x = -1: log(x) is NaN\n",
      status: 1,
    });
  });

  test("knows its version", () => {
    const manifest = readFileSync(join(import.meta.dirname, "../../package.json"), "utf8");
    const { version } = JSON.parse(manifest) as { version: string };
    expect(bin(["--version"])).toEqual({ stdout: `${version}\n`, stderr: "", status: 0 });
  });
});

/** All modules that a module of the package leads to, and what they import from outside. */
const importsOf = (entry: string) => {
  const [modules, outside] = [new Set([entry]), new Set<string>()];
  for (const module of modules) {
    for (const [, path = ""] of readFileSync(module, "utf8").matchAll(/from "([^"]+)";/g)) {
      if (path.startsWith(".")) modules.add(join(dirname(module), path));
      else outside.add(path);
    }
  }
  return { modules: [...modules], outside: [...outside] };
};

test("whoever imports the library loads none of Node's modules, nor the command", () => {
  const library = importsOf(join(import.meta.dirname, "../index.ts"));
  expect(library.outside.filter((name) => name.startsWith("node:"))).toEqual([]);
  // They take longer to load than all else, and only check, which has its own door, needs them.
  expect(library.outside).not.toContain("@jacobian/symbolic");
  expect(library.outside).not.toContain("@jacobian/nonsmooth");
  expect(library.modules.filter((path) => path.includes("/cli/"))).toEqual([]);
  // The same walk finds them where they are.
  expect(importsOf(source).outside).toEqual(expect.arrayContaining(["node:util"]));
});
