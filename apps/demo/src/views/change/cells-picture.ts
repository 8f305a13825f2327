import { cells, type Counted } from "./count.ts";

type Color = readonly [number, number, number];

const violet: Color = [122, 84, 214];
const positive: Color = [43, 108, 212];
const negative: Color = [214, 107, 20];

/** Up to `most`, half of it for what is usual. */
const opacityOf = (size: number, usual: number): number => (190 * size) / (size + usual);

/** A picture of the cells: an address of data. */
const picture = (
  shade: (k: number) => readonly [color: Color, opacity: number] | undefined,
): string | undefined => {
  const canvas = document.createElement("canvas");
  canvas.width = cells;
  canvas.height = cells;
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  const image = context.createImageData(cells, cells);
  for (let k = 0; k < cells * cells; k++) {
    const shaded = shade(k);
    if (shaded === undefined) continue;
    const [color, opacity] = shaded;
    // Pictures count rows from the top.
    const at = 4 * ((cells - 1 - Math.floor(k / cells)) * cells + (k % cells));
    image.data.set([...color, Math.round(opacity)], at);
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** How close the points lie. */
export const countsPicture = ({ counts }: Counted): string | undefined => {
  const usual = meanOf([...counts].filter((each) => each > 0));
  return picture((k) =>
    counts[k] === 0 ? undefined : [violet, 45 + opacityOf(counts[k]!, usual)],
  );
};

/** How much the density is, by its sign. */
export const densityPicture = ({ heights }: Counted): string | undefined => {
  const known = [...heights].filter((each) => !Number.isNaN(each));
  const usual = meanOf(known.map(Math.abs)) || 1;
  return picture((k) => {
    const height = heights[k]!;
    if (Number.isNaN(height)) return undefined;
    return [height < 0 ? negative : positive, opacityOf(Math.abs(height), usual)];
  });
};
