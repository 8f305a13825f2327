import { erased, type Rule, type ScalarRule } from "../../formula/rule.ts";
import type { Tex } from "./tex.ts";

/** How an operation is set, from its operands and its static argument. */
export type Setting = (operands: readonly Tex[], s: unknown) => Tex;

export const unary =
  (f: (x: Tex) => Tex): Setting =>
  ([x]) =>
    f(x!);
export const binary =
  (f: (x: Tex, y: Tex) => Tex): Setting =>
  ([x, y]) =>
    f(x!, y!);

/** A setting of a rule. */
export const entry = <S>(
  { rule }: { readonly rule: ScalarRule<S> },
  setting: Setting,
): readonly [Rule, Setting] => [erased(rule), setting];
