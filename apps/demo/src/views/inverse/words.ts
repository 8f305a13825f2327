import { norm, sub } from "jacobian";
import { shown, shownPoint } from "../../ui/numbers.ts";
import type { Found, Nearby } from "./searched.ts";
import type { Search } from "./use-searches.ts";

type Known = Extract<Nearby, { readonly exists: true }>;

const nearlyNone = 0.05;

/** How far the inverse is known to reach, and how sure that is. */
export const promiseIn = (near: Known): string => {
  const { radius, domainRadius, lipschitz, rigorous, image, determinant = NaN } = near;
  const sure = rigorous
    ? `Rigorous, if L = ${shown(lipschitz)} is true within ${shown(domainRadius)} of x₀: this is the inverse function theorem.`
    : `An estimate, not a proof: J was seen to change at a rate of L = ${shown(lipschitz)} at a few points.`;
  if (radius === Infinity) return `Every y has its x. ${sure}`;
  const close =
    radius < nearlyNone
      ? ` det J(x₀) = ${shown(determinant)}, and the radius shrinks to 0 where det J does or f bends fast.`
      : "";
  return `Every y within ρ = ${shown(radius)} of f(x₀) = ${shownPoint(image)}, in each coordinate, has one x within ${shown(domainRadius)} of x₀. ${sure}${close}`;
};

/** What the theorem says of the x that was found. */
export const verdictOn = ({ withinRadius, guaranteed }: Found): string => {
  if (guaranteed) return "y is in the square: that this x is there, and found, was guaranteed.";
  if (withinRadius)
    return "y is in the square: this x was to be expected, as far as the estimate goes.";
  return "y is outside the square, so nothing was promised: from so far away Newton's method may find this x, another one, or none.";
};

/** Where the error is rounding, two ways to one point are the same. */
const alike = 1e-6;

/** What two starts say of the inverse as a whole. */
export const comparison = (searches: readonly Search[]): string | undefined => {
  const [first, second] = searches.map(({ outcome }) => outcome?.found?.x);
  if (first === undefined || second === undefined) return undefined;
  const apart = norm(sub(Float64Array.from(first), Float64Array.from(second)), Infinity);
  return apart < alike
    ? `Both starts come to the same x = ${shownPoint(first)}.`
    : `One y, two preimages: ${shownPoint(first)} and ${shownPoint(second)}. Each has an inverse around it; the map as a whole has none.`;
};
