import { relative } from "node:path";
import { mergeConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import shared from "./index.js";

/** Files that failed last time come first, then short ones: the first failure ends the search for a mutant. */
class LikelyFirst extends BaseSequencer {
  /**
   * @override
   * @param {import("vitest/node").TestSpecification[]} files
   */
  sort(files) {
    const { cache, config } = this.ctx;
    /** @param {import("vitest/node").TestSpecification} file */
    const cost = ({ project, moduleId }) => {
      const last = cache.getFileTestResults(`${project.name}:${relative(config.root, moduleId)}`);
      return last === undefined || last.failed ? 0 : 1 + last.duration;
    };
    return Promise.resolve([...files].sort((a, b) => cost(a) - cost(b)));
  }
}

/** The tests that look for mutants, all in one process. */
export default mergeConfig(shared, {
  test: {
    exclude: [
      // Copies that Stryker keeps.
      "**/.stryker-tmp/**",
      // They load the compiler for each mutant; what these examples run is tested elsewhere.
      "src/readme.test.ts",
      "src/examples.test.ts",
      // Millions of operations, or memory, which asks for a process of its own.
      "src/**/long-*.test.ts",
    ],
    reporters: [],
    sequence: { sequencer: LikelyFirst },
  },
});
