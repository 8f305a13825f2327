import { describe, expect, it } from "vitest";
import * as core from "../index.ts";
import { builtin } from "./builtins.ts";

describe("functions of Math", () => {
  const names = Object.getOwnPropertyNames(Math).filter(
    (name) => typeof Reflect.get(Math, name) === "function",
  );

  it.each(names)(
    "Math.%s: names the function of this package exactly where there is one",
    (name) => {
      expect(builtin(`Math.${name}`)).toEqual({
        operation: `Math.${name}`,
        harm: "coerces",
        instead: name in core ? `${name} of @jacobian/core` : `Math.${name}(value(a))`,
        firstOnly: false,
      });
    },
  );
});
