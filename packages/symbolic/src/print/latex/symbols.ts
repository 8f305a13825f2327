import { fromNumber, type Rational, toNumber } from "../../formula/rational.ts";
import { greekName, isSmallGreek } from "../greek.ts";
import { atomOf, fraction, negated, type Tex } from "./tex.ts";

/** Capitals that look like Latin ones have no command. */
const capitals = /*#__PURE__*/ "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(
  " ",
);

const isGreek = (name: string): boolean =>
  (isSmallGreek(name) && name !== "omicron" && name !== "sigmaf") || capitals.includes(name);

/** A part of a name: a Greek letter by its command, several letters as one word. */
const wordTex = (word: string, style: string): string => {
  const name = Array.from(word).length === 1 ? (greekName(word) ?? word) : word;
  if (name === "sigmaf") return "\\varsigma";
  if (isGreek(name)) return `\\${name}`;
  return Array.from(word).length === 1 || /^\d+$/.test(word) ? word : `\\${style}{${word}}`;
};

/** A name: x_1, x₁ and x1 with a subscript, theta as the letter, words in italics. */
export const nameTex = (name: string): Tex => {
  // Subscripts that are characters of their own are digits here.
  const digitized = name.replace(/[₀-₉]/gu, (c) => c.normalize("NFKC"));
  const [, underscores = "", bare = ""] = /^(_*)(.*)$/su.exec(digitized) ?? [];
  const [first = "", ...rest] = bare.split("_").filter((part) => part !== "");
  const [, stem = first, digits = ""] = /^(.*?\D)(\d+)$/su.exec(first) ?? [];
  const subscripts = [...(digits === "" ? [] : [digits]), ...rest];
  const base = "\\_".repeat(underscores.length) + (stem === "" ? "" : wordTex(stem, "mathit"));
  const below = subscripts.map((part) => wordTex(part, "mathrm")).join(", ");
  return atomOf(below === "" ? base : `${base}_{${below}}`);
};

/** The decimal of a number as JavaScript writes it, with a power of ten for its exponent. */
const decimalTex = (decimal: string): string => {
  const [digits = "", exponent] = decimal.split("e");
  if (exponent === undefined) return digits;
  const power = `10^{${Number(exponent)}}`;
  return digits === "1" ? power : `${digits} \\cdot ${power}`;
};

/** A decimal that says exactly, and in fewer characters, what a fraction does. */
const shortDecimal = (x: Rational): string | undefined => {
  const number = toNumber(x);
  if (!Number.isFinite(number)) return undefined;
  const { n, d } = fromNumber(number);
  const decimal = String(number);
  const isExact = n === x.n && d === x.d;
  return isExact && decimal.length < `${x.n}/${x.d}`.length ? decimal : undefined;
};

const magnitudeTex = (x: Rational): Tex => {
  const decimal = shortDecimal(x);
  if (decimal !== undefined && (x.d > 1n || decimal.includes("e"))) {
    const tex = atomOf(decimalTex(decimal), "digit");
    // A power of ten is no atom to be raised.
    return decimal.includes("e") ? { ...tex, level: 2 } : tex;
  }
  const above = atomOf(String(x.n), "digit");
  return x.d === 1n ? above : fraction(above, atomOf(String(x.d), "digit"));
};

/** A constant: a decimal if that is exact and shorter than the fraction. */
export const numberTex = (exact: Rational | number): Tex => {
  if (typeof exact === "number") {
    if (Number.isNaN(exact)) return atomOf("\\mathrm{NaN}");
    return exact > 0 ? atomOf("\\infty") : negated(atomOf("\\infty"));
  }
  return exact.n < 0n ? negated(magnitudeTex({ n: -exact.n, d: exact.d })) : magnitudeTex(exact);
};
