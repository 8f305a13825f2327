import { describe, expect, test } from "vitest";
import { checkSample } from "./by-differences.ts";
import { composed, composites } from "./composites.ts";
import { failures } from "./numbers.ts";
import { samplesOf } from "./samples.ts";

describe.each(composites.filter(({ isConstant }) => !isConstant))("$name", (composite) => {
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
