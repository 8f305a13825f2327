import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Counts the tests of a run into a file, from which `npm test` sums the whole workspace. A module
 * that does not load and an error outside every test count as one failure each.
 *
 * @param {string} file
 * @returns {import("vitest/node").Reporter}
 */
export function countingReporter(file) {
  return {
    onTestRunEnd(modules, unhandled) {
      const states = modules.flatMap((module) =>
        [...module.children.allTests()].map((test) => test.result().state),
      );
      /** @param {string} state */
      const count = (state) => states.filter((each) => each === state).length;
      const broken = modules.filter((module) => module.errors().length > 0).length;
      const counts = {
        passed: count("passed"),
        failed: count("failed") + broken + unhandled.length,
        skipped: count("skipped"),
      };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}
