import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "./run.ts";

const run = (...argv: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = main(argv, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
};

describe("the tour on the shipped data", () => {
  const { code, out, err } = run();

  test("succeeds", () => {
    expect(err).toEqual([]);
    expect(code).toBe(0);
  });

  test("stops at six places", () => {
    const headings = out.filter((_, i) => /^─+$/.test(out[i + 1] ?? ""));
    expect(headings.map((heading) => heading.slice(0, 10))).toEqual([
      "1. Polar c",
      "2. Bundle ",
      "3. NIST Mi",
      "4. NIST Th",
      "5. The Hes",
      "6. The Hes",
    ]);
  });

  test("says how every agreement went, and all hold", () => {
    expect(out.filter((line) => line.startsWith("  ✓"))).toHaveLength(22);
    expect(out.join("\n")).not.toContain("FAILED");
    expect(out.at(-1)).toBe("All 22 agreements hold.");
  });

  test("fits a terminal of 100 columns", () => {
    expect(out.filter((line) => line.length > 100)).toEqual([]);
  });
});

describe("with other data", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tour-"));
    cpSync(fileURLToPath(new URL("../data", import.meta.url)), folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const change = (name: string, from: string | RegExp, to: string): string => {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(from);
    writeFileSync(file, text.replace(from, to));
    return file;
  };

  test("a malformed file is told with its line, before anything else", () => {
    const file = change("Thurber.dat", "-2.797E0", "-2.7g7E0");
    const got = `${file}:66: expected a finite number, got "-2.7g7E0"; write it like -12.5 or 1.25e-3`;
    expect(run(folder)).toEqual({ code: 1, out: [], err: [got] });
  });

  test("a missing folder is told without a stack trace", () => {
    const { code, out, err } = run(join(folder, "absent"));
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/ba-camera\.txt:1: expected a readable file, got ENOENT[^\n]*$/);
  });

  test("an empty file", () => {
    const file = change("ba-camera.txt", /[^]+/, "");
    expect(run(folder).err[0]).toMatch(`${file}:1: expected data, got an empty file`);
  });

  test.each([
    ["Misra1a.dat", "2.3894212918E+02", "2.3894213918E+02", "fewest correct digits"],
    ["Thurber.dat", "3.9571156086E+01", "3.9571166086E+01", "fewest correct digits"],
    ["ba-camera.txt", "178.8679280144455", "178.8679280244455", "Jacobian against GradBench's"],
    ["ba-camera.txt", "0.10133583791450886", "0.10133583792450886", "error against GradBench's"],
  ])("a wrong digit in what %s expects makes the tour fail", (name, from, to, what) => {
    change(name, from, to);
    const { code, out, err } = run(folder);
    expect(code).toBe(1);
    expect(out.some((line) => line.startsWith(`  ✗ FAILED ${what}`))).toBe(true);
    expect(err[0]).toMatch(/^\d+ of 22 agreements failed; /);
  });

  test("data that determine no fit end in an exit code, not in a stack trace", () => {
    change("Misra1a.dat", /(?<= )[\d.]+E0$/gm, "0E0");
    expect(run(folder).code).toBe(1);
  });
});
