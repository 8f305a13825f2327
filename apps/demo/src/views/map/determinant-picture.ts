import type { Model } from "../../model/model.ts";
import type { Box } from "../../ui/plane.tsx";
import { determinantOf } from "../../model/determinant.ts";

/** Points along each side: the browser blends between them. */
const resolution = 40;

/** Blue keeps the orientation, orange turns it over. */
const positive = [43, 108, 212] as const;
const negative = [214, 107, 20] as const;

/** The opacity of a determinant: a third for 1, more for more, nothing for 0. */
export const strength = (determinant: number): number => {
  const size = Math.abs(determinant);
  return size / (size + 2);
};

/** The colour of a determinant: red, green, blue and opacity, each up to 255. */
export const colorOf = (determinant: number): readonly [number, number, number, number] => [
  ...(determinant > 0 ? positive : negative),
  Math.round(200 * strength(determinant)),
];

/** Samples along the border over which the picture fades. */
const border = 4;

/** From 0 at the border of the picture to 1 inside, so that it does not seem that det J ends there. */
const fading = (column: number, row: number): number =>
  Math.min(1, Math.min(column, row, resolution - column, resolution - row) / border);

/** The sign and size of det J over a box as a picture, an address of data. */
export const determinantPicture = (model: Model, { x, y }: Box): string | undefined => {
  const canvas = document.createElement("canvas");
  canvas.width = resolution;
  canvas.height = resolution;
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  const image = context.createImageData(resolution, resolution);
  for (let k = 0; k < resolution ** 2; k++) {
    const [column, row] = [(k % resolution) + 0.5, Math.floor(k / resolution) + 0.5];
    const sample = model.at([
      x[0] + ((x[1] - x[0]) * column) / resolution,
      // Pictures count rows from the top.
      y[1] - ((y[1] - y[0]) * row) / resolution,
    ]);
    const determinant = determinantOf(sample);
    if (determinant === undefined) continue;
    const [red, green, blue, opacity] = colorOf(determinant);
    image.data.set([red, green, blue, Math.round(fading(column, row) * opacity)], 4 * k);
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
};
