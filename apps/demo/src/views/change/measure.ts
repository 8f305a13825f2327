import { changeOfVariables, JacobianError, randomMatrix } from "jacobian";
import type { Pair } from "../../app/fields.ts";
import type { Compiled } from "../../model/compiled.ts";
import { modelOf } from "../../model/model.ts";
import type { Box } from "../../ui/plane.tsx";
import { count, type Counted } from "./count.ts";
import { readDensity } from "./density.ts";

/** Points that are pushed through the map. */
const points = 250_000;

export interface Question {
  readonly compiled: Compiled;
  readonly region: Box;
  /** As `readDensity` reads it. */
  readonly density: string;
}

/** What |det J| says of the integral over the image. */
export interface Integrated {
  readonly amount: number;
  readonly error: number;
  readonly evaluations: number;
  readonly orientation: 1 | -1 | 0 | "mixed" | undefined;
  readonly warnings: readonly string[];
}

export type Measured =
  { readonly integrated: Integrated; readonly counted: Counted } | { readonly refused: string };

const imagesOf = ({ compiled, region }: Question): readonly Pair[] => {
  const { value } = modelOf(compiled);
  const { data } = randomMatrix(2, points, { seed: 1 });
  const between = ([low, high]: Pair, t: number): number => low + (high - low) * t;
  const images: Pair[] = [];
  for (let k = 0; k < points; k++) {
    const image = value([between(region.x, data[k]!), between(region.y, data[points + k]!)]);
    if (image !== undefined) images.push([image[0]!, image[1]!]);
  }
  return images;
};

/** The integral of a density over the image of a region, by both ways: the area, if the density is 1. */
export const measure = (question: Question): Measured => {
  const { compiled, region } = question;
  const read = readDensity(question.density);
  if ("problem" in read) return { refused: read.problem.message };
  const density = read.typed;
  const images = imagesOf(question);
  if (images.length < points) {
    return {
      refused: `The map has no finite value at ${points - images.length} of ${points} points of the region: take one inside its domain.`,
    };
  }
  const counted = count(images, density.value);
  if ("unknown" in counted) {
    return {
      refused: `The density has no finite value in ${counted.unknown} cells of the image: take a region whose image lies inside its domain.`,
    };
  }
  try {
    const { value, error, evaluations, orientation, warnings } = changeOfVariables(
      (y: readonly number[]) => density.f(y),
      modelOf(compiled).generic,
      [[...region.x], [...region.y]] as [[number, number], [number, number]],
      { tolerance: 1e-8, maxEvaluations: 50_000 },
    );
    return { integrated: { amount: value, error, evaluations, orientation, warnings }, counted };
  } catch (error) {
    if (error instanceof JacobianError) return { refused: error.message };
    throw error;
  }
};
