import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { presets } from "./presets.ts";

test.each(presets)("$name is a map of the plane", ({ f, vars }) => {
  expect(compile(f, vars)).toMatchObject({
    ok: true,
    variables: [expect.anything(), expect.anything()],
    outputs: [expect.anything(), expect.anything()],
  });
});
