import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DataError } from "./data-error.ts";
import { numbers, readSource, sourceOf } from "./source.ts";

const source = sourceOf("a.txt", "some text");

describe("a file that cannot be used", () => {
  const folder = mkdtempSync(join(tmpdir(), "tour-"));

  test("is missing", () => {
    const file = join(folder, "absent.txt");
    expect(() => readSource(file)).toThrow(DataError);
    expect(() => readSource(file)).toThrow(`${file}:1: expected a readable file, got ENOENT`);
  });

  test("is a folder", () => {
    expect(() => readSource(folder)).toThrow(`${folder}:1: expected a readable file, got EISDIR`);
  });

  test("is empty", () => {
    const file = join(folder, "empty.txt");
    writeFileSync(file, " \n\n");
    expect(() => readSource(file)).toThrow(`${file}:1: expected data, got an empty file; `);
  });
});

describe("numbers", () => {
  test("are read to the last digit", () => {
    const words = ["7", "-0.5", ".25", "+1.", "2.3894212918E+02", "1e-3"];
    expect(numbers(source, 1, words, 6)).toEqual([7, -0.5, 0.25, 1, 238.94212918, 0.001]);
  });

  test.each(["NaN", "Infinity", "-", "1,5", "0x10", "12abc", "1e999", "1e", "", "O.5"])(
    "are not %j",
    (word) => {
      expect(() => numbers(source, 3, ["1", word], 2)).toThrow(
        `a.txt:3: expected a finite number, got "${word}"; `,
      );
    },
  );

  test("are as many as asked for", () => {
    expect(() => numbers(source, 2, ["1"], 2)).toThrow("a.txt:2: expected 2 numbers, got 1 (1); ");
    expect(() => numbers(source, 2, ["1", "2"], 1)).toThrow(
      "a.txt:2: expected 1 number, got 2 (1 2); ",
    );
  });
});

test("lines end as Unix or Windows ends them", () => {
  expect(sourceOf("a.txt", "x\r\ny\nz\n\n").lines).toEqual(["x", "y", "z"]);
});
