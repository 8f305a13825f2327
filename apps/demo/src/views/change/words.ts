import { shown } from "../../ui/numbers.ts";
import type { Counted, Integrated } from "./measure.ts";

/** What the two areas say together. */
export const agreement = (integrated: Integrated, counted: Counted): string => {
  const difference = Math.abs(integrated.area - counted.area);
  if (difference <= counted.error + integrated.error)
    return "Both ways agree: the map stretches each small piece of the region by |det J|, and as far as counting can tell it covers its image once.";
  const times = shown(Number((integrated.area / counted.area).toFixed(2)));
  return `They do not agree: the integral counts each point of the image as often as the map comes there, ${times} times on average; counting sees it once.`;
};

/** The sign of det J in words. */
export const orientationOf = ({ orientation }: Integrated): string => {
  if (orientation === 1) return "det J > 0 everywhere: the map keeps the orientation.";
  if (orientation === -1) return "det J < 0 everywhere: the map turns the region over.";
  if (orientation === "mixed")
    return "det J changes its sign in the region: part of it is turned over.";
  return "det J is 0: the image has no area.";
};
