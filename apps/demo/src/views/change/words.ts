import { shown } from "../../ui/numbers.ts";
import type { Counted } from "./count.ts";
import type { Integrated } from "./measure.ts";

/** What the two amounts say together. */
export const agreement = (integrated: Integrated, counted: Counted): string => {
  const difference = Math.abs(integrated.amount - counted.amount);
  const open = counted.error + integrated.error;
  if (difference <= open) {
    const agree = "Both ways agree: the map stretches each small piece of the region by |det J|";
    // Twice next to nothing is next to nothing too.
    return Math.abs(counted.amount) > open
      ? `${agree}, and as far as counting can tell it covers its image once.`
      : `${agree}. How often it covers its image so small a sum cannot tell.`;
  }
  const cause =
    "They do not agree: the integral counts each point of the image as often as the map comes there";
  const often = timesOf(integrated.amount, counted);
  return `${cause}${often}; counting sees it once.`;
};

/** How often the integral counts what is counted once, in the digits that are sure; nothing if none is. */
const timesOf = (amount: number, counted: Counted): string => {
  const uncertain = Math.abs(counted.error / counted.amount);
  // Where a density has both signs the amounts may be next to nothing.
  if (!(uncertain < 1)) return "";
  const times = (amount / counted.amount).toFixed(Math.floor(-Math.log10(uncertain)));
  return Number(times) === 1 ? "" : `, ${shown(Number(times))} times on average`;
};

/** The sign of det J in words. */
export const orientationOf = ({ orientation }: Integrated): string => {
  if (orientation === 1) return "det J > 0 everywhere: the map keeps the orientation.";
  if (orientation === -1) return "det J < 0 everywhere: the map turns the region over.";
  if (orientation === "mixed")
    return "det J changes its sign in the region: part of it is turned over.";
  return "det J is 0: the image has no area.";
};
