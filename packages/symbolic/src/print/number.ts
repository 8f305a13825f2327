import type { Rational } from "../formula/rational.ts";
import { level } from "../operators.ts";

interface Text {
  readonly text: string;
  readonly level: number;
}

/** Beyond so many decimal places (a float64 has up to 1074) a number is printed as a fraction. */
const mostPlaces = 1100;

/** k with n = p^k·rest, where p does not divide rest. */
const multiplicity = (n: bigint, p: bigint): number => {
  let k = 0;
  for (; n % p === 0n && k <= mostPlaces; k++) n /= p;
  return k;
};

/** How many decimal places 1/d has; undefined if it does not end, or late. */
const placesOf = (d: bigint): number | undefined => {
  const [twos, fives] = [multiplicity(d, 2n), multiplicity(d, 5n)];
  const places = Math.max(twos, fives);
  const ends = places <= mostPlaces && 2n ** BigInt(twos) * 5n ** BigInt(fives) === d;
  return ends ? places : undefined;
};

/** 0.digits·10^point, as JavaScript writes numbers: an exponent from 1e21 up and from 1e−7 down. */
const placed = (digits: string, point: number): string => {
  const bare = digits.replace(/0+$/, "");
  if (point > 21 || point < -5) {
    const rest = bare.slice(1);
    return `${bare.slice(0, 1)}${rest === "" ? "" : `.${rest}`}e${point - 1}`;
  }
  if (point <= 0) return `0.${"0".repeat(-point)}${bare}`;
  const whole = bare.slice(0, point).padEnd(point, "0");
  return bare.length > point ? `${whole}.${bare.slice(point)}` : whole;
};

const magnitudeText = ({ n, d }: Rational): Text => {
  if (n === 0n) return { text: "0", level: level.atom };
  const fraction = d === 1n ? undefined : `${n}/${d}`;
  const places = placesOf(d);
  if (places !== undefined) {
    const digits = String((n * 10n ** BigInt(places)) / d);
    const decimal = placed(digits, digits.length - places);
    if (fraction === undefined || decimal.length < fraction.length) {
      return { text: decimal, level: level.atom };
    }
  }
  return { text: fraction ?? String(n), level: level.product };
};

/** A constant: as a decimal if it ends and is shorter than the fraction, so 1/2, 1/3 but 0.1 and 1e-9. */
export const numberText = (exact: Rational | number): Text => {
  if (typeof exact === "number") {
    const text = Number.isNaN(exact) ? "nan" : exact < 0 ? "-inf" : "inf";
    return { text, level: exact < 0 ? level.product : level.atom };
  }
  if (exact.n >= 0n) return magnitudeText(exact);
  // A minus before a number is part of it in front of * and /, not of ^.
  return { text: `-${magnitudeText({ n: -exact.n, d: exact.d }).text}`, level: level.product };
};
