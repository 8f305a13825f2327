import * as core from "@jacobian/core";
import * as special from "@jacobian/core/special";
import { expect, test } from "vitest";
import { functionsByName } from "./functions.ts";

const isPrimitive = (x: unknown): x is { readonly rule: core.UnaryRule } =>
  typeof x === "function" && "rule" in x;

const isElementwise = ({ rule }: { readonly rule: core.UnaryRule }): boolean =>
  (rule as { dependence?: string }).dependence === "elementwise";

test("has every elementwise function of core, under its name", () => {
  const known = functionsByName();
  const exported = Object.entries({ ...core, ...special }).flatMap(([name, x]) =>
    isPrimitive(x) && isElementwise(x) ? [[name, x] as const] : [],
  );
  expect(exported.length).toBeGreaterThan(60);
  for (const [name, primitive] of exported) {
    if (name === "where") continue;
    expect(known.get(name)?.call, name).toBe(primitive);
  }
});
