import {
  abs,
  ceil,
  clamp,
  floor,
  leakyRelu,
  mod,
  type Relation,
  stopGradient,
  where,
} from "@jacobian/core";
import { fromNumber } from "../../formula/rational.ts";
import type { Rule } from "../../formula/rule.ts";
import { binary, entry, type Setting, unary } from "./setting.ts";
import { numberTex } from "./symbols.ts";
import { atomOf, between, choice, listed, type Tex } from "./tex.ts";

const constantTex = (x: unknown): Tex =>
  numberTex(Number.isFinite(x) ? fromNumber(x as number) : (x as number));

const relations: Readonly<Record<Relation, string>> = {
  lt: "<",
  le: "\\le",
  gt: ">",
  ge: "\\ge",
  eq: "=",
};

/** How functions with pieces are set. */
export const kinked = (): readonly (readonly [Rule, Setting])[] => [
  entry(
    abs,
    unary((x) => between("\\lvert ", x, "\\rvert")),
  ),
  entry(
    floor,
    unary((x) => between("\\lfloor ", x, "\\rfloor")),
  ),
  entry(
    ceil,
    unary((x) => between("\\lceil ", x, "\\rceil")),
  ),
  entry(
    mod,
    binary((x, y) => listed("", { ...atomOf(`${x.text} \\bmod ${y.text}`), isTall: true })),
  ),
  entry(leakyRelu, ([x], s) => listed(`\\operatorname{leakyRelu}_{${constantTex(s).text}}`, x!)),
  entry(clamp, ([x], s) => {
    // The static argument of clamp.
    const { low, high } = s as { readonly low: number; readonly high: number };
    return listed("\\operatorname{clamp}", x!, constantTex(low), constantTex(high));
  }),
  entry(
    stopGradient,
    unary((x) => listed("\\operatorname{stopGradient}", x)),
  ),
  entry(where, ([a, b, yes, no], s) =>
    choice(`${a!.text} ${relations[s as Relation]} ${b!.text}`, yes!, no!),
  ),
];
