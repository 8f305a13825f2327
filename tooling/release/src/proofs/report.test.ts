import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Report, sideBySide } from "./report.ts";

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => said.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

test("a proof that throws is told, counted, and stops nothing", async () => {
  const report = new Report();
  const refuse = () => {
    throw new Error("expected 1, got 2\nat line 3");
  };
  expect(await report.prove("core", refuse)).toBe(false);
  expect(await report.prove("dual", () => Promise.resolve("2 doors"))).toBe(true);
  expect(report.failed).toBe(1);
  expect(said).toEqual([
    "FAIL  core                 expected 1, got 2\n      at line 3",
    "ok    dual                 2 doors",
  ]);
});

test("every item's work is done once, and an error is not lost", async () => {
  const done: number[] = [];
  const work = async (item: number) => {
    await Promise.resolve();
    if (item < 0) throw new Error("negative");
    done.push(item);
  };
  await sideBySide([1, 2, 3, 4, 5], work);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
  await expect(sideBySide([1, -1], work)).rejects.toThrow("negative");
});
