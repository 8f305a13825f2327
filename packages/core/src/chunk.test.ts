import { expect, test } from "vitest";
import { chunkOf } from "./chunk.ts";
import { DomainError } from "./errors.ts";

test.each<[unknown, string]>([
  [{ chunk: 0 }, "0"],
  [{ chunk: 33 }, "33"],
  [{ chunk: 2.5 }, "2.5"],
  [{ chunk: "8" }, '"8"'],
  [{ size: 8 }, "size"],
  [null, "null"],
  [8, "8"],
  ["chunk", '"chunk"'],
  [[], "an array of 0"],
  [[5], "an array of 1"],
])("the options %j are refused", (options, got) => {
  expect(() => chunkOf("jacobian", options, 16)).toThrow(DomainError);
  expect(() => chunkOf("jacobian", options, 16)).toThrow(
    `jacobian: expected options { chunk } with a whole number from 1 to 32, got ${got}; leave them out for 16`,
  );
});

test("a chunk that is said, and the usual one", () => {
  expect([1, 32].map((chunk) => chunkOf("f", { chunk }, 16))).toEqual([1, 32]);
  expect([chunkOf("f", {}, 16), chunkOf("f", { chunk: undefined }, 16)]).toEqual([16, 16]);
});
