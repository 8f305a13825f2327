import { describe, expect, test } from "vitest";
import { checkSample } from "./by-differences.ts";
import { composed, composites } from "./composites.ts";
import { failures } from "./numbers.ts";
import { samplesOf } from "./samples.ts";

/** They make numbers of sizes and seeds, or a number that does not change with its input. */
const constant = new Set(["identity", "zeroMatrix", "randomMatrix", "rank", "rcond"]);

describe.each(composites.filter(({ name }) => !constant.has(name)))("$name", (composite) => {
  const interior = samplesOf(composite.name, "interior");

  test("has samples in the interior", () => {
    expect(interior.length).toBeGreaterThan(0);
  });

  test("agrees with differences at first and second order", () => {
    const wrong = interior.flatMap((sample) =>
      failures("sample", () =>
        checkSample(composite.name, composed(composite, sample.statics), sample),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
