/// <reference types="vite/types/importMeta.d.ts" />
import * as core from "../src/index.ts";
import * as special from "../src/special/index.ts";
import type { Samples } from "../src/samples.ts";

// A walker meets rules of every static argument; the one that it passes is the sample's own.
export type Rule =
  | core.UnaryRule<unknown>
  | core.BinaryRule<unknown>
  | core.PiecewiseRule<unknown>
  | core.LocallyConstantRule<unknown>
  | core.StructuredRule<unknown>;

const isRule = (x: unknown): x is Rule =>
  x instanceof core.UnaryRule ||
  x instanceof core.BinaryRule ||
  x instanceof core.PiecewiseRule ||
  x instanceof core.LocallyConstantRule ||
  x instanceof core.StructuredRule;

/** Every rule that the package exports, by its name. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [...Object.values(core), ...Object.values(special)].flatMap((exported: unknown) => {
    if (typeof exported !== "function" || !("rule" in exported)) return [];
    const { rule } = exported;
    return isRule(rule) ? [[rule.name, rule] as const] : [];
  }),
);

const files = import.meta.glob<{ samples: Samples }>("../src/**/*.samples.ts", { eager: true });

/** The samples of all files, by file. */
export const sampleFiles: readonly (readonly [file: string, samples: Samples])[] = Object.entries(
  files,
).map(([file, module]) => [file.replace("../src/", ""), module.samples]);

/** The samples of all primitives, by name. */
export const samples: Samples = Object.fromEntries(
  sampleFiles.flatMap(([, own]) => Object.entries(own)),
);
