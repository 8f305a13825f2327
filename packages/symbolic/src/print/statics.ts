import { fromNumber } from "../formula/rational.ts";
import { numberText } from "./number.ts";

/** Of these the static argument, here an order, comes first. */
export const staticFirst: ReadonlySet<string> = /*#__PURE__*/ new Set(["polygamma"]);

/** A static argument as the arguments of a call: the parts of an object one by one. */
export const staticsOf = (s: unknown): readonly unknown[] => {
  if (s === undefined) return [];
  return typeof s === "object" && s !== null && !Array.isArray(s) ? Object.values(s) : [s];
};

/** One of them as text: numbers and lists of them can be read back. */
export const staticText = (s: unknown): string => {
  if (typeof s === "number") return numberText(Number.isFinite(s) ? fromNumber(s) : s).text;
  if (Array.isArray(s)) return `[${s.map(staticText).join(", ")}]`;
  return typeof s === "object" || typeof s === "string" ? JSON.stringify(s) : typeof s;
};
