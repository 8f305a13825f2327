import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// It starts two processes, which a busy machine keeps waiting.
test(
  "where code generation is forbidden, the same numbers are interpreted",
  { timeout: 120_000 },
  () => {
    const script = fileURLToPath(new URL("../../test-support/forbidden.ts", import.meta.url));
    const flags = ["--conditions=@jacobian/source", "--import", "tsx", script];
    const outcome = (...more: readonly string[]): unknown =>
      JSON.parse(execFileSync(process.execPath, [...more, ...flags], { encoding: "utf8" }));
    const result = [Math.sin(0.7) * 3, Math.sin(0.7) + 0.1];
    expect(outcome("--disallow-code-generation-from-strings")).toEqual({
      isForbidden: true,
      result,
    });
    expect(outcome()).toEqual({ isForbidden: false, result });
  },
);
