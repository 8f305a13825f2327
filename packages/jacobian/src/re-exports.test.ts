import * as core from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as linalg from "@jacobian/linalg";
import * as tape from "@jacobian/tape";
import { expect, test } from "vitest";
import * as umbrella from "./index.ts";

/**
 * What core exports for those who write an engine or another package, not a function: containers seen from outside,
 * rules as engines see them, levels, messages.
 */
const internal = [
  ...["entryCount", "flatten", "leavesOf", "mapLeaves", "sameStructure", "scalarOutput"],
  ...[
    "unflatten",
    "isPlainObject",
    "withLeaves",
    "broadcast",
    "collect",
    "commonShape",
    "copied",
    "fit",
    "sameShape",
  ],
  ...["BinaryRule", "LocallyConstantRule", "PiecewiseRule", "StructuredRule", "UnaryRule"],
  ...["Element", "decide", "decideByValue", "escaped", "nextLevel", "overheard", "ownOutputs"],
  ...["callerOf", "checkedFunction", "chunkOf", "describe", "describeShape", "notAValue"],
  "withLongStacks",
];

const missing = (names: object): string[] =>
  Object.keys(names)
    .filter((name) => !(name in umbrella))
    .sort();

test("core: what is not re-exported is listed as internal", () => {
  expect(missing(core)).toEqual([...internal].sort());
});

test("every function of linalg, every verb of dual and of tape is here", () => {
  for (const names of [linalg, dual, tape]) expect(missing(names)).toEqual([]);
});
