import { symbols } from "@jacobian/symbolic";
import { type Read, readFormula } from "../../model/read-formula.ts";
import { longestDensity } from "./fields.ts";

/** The coordinates of the image. */
export const imageVariables = ["y1", "y2"] as const;

/** It is evaluated some ten thousand times. */
const heaviest = 500;

/** Reads a density over the output, g of a point of the image; what is wrong with it is told, not thrown. */
export const readDensity = (source: string): Read =>
  readFormula(source, {
    variables: symbols(imageVariables.join(" ")),
    wanted: "Write one formula: a density is one number at each point.",
    longest: longestDensity,
    heaviest,
  });

/** What everybody has in mind who names no density: 1, whose integral is the area. */
export const isArea = (source: string): boolean => source.trim() === "1";

/** Densities worth looking at. */
export const densities = [
  { name: "1: the area", source: "1" },
  { name: "A normal distribution", source: "exp(-(y1^2 + y2^2)/2)/(2*pi)" },
  { name: "Distance from 0, squared", source: "y1^2 + y2^2" },
  { name: "Height y1: its sign counts", source: "y1" },
  { name: "Ripples", source: "1 + sin(4*y1)*cos(4*y2)" },
] as const;
