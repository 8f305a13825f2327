import { cells, type Counted } from "./measure.ts";

const violet = [122, 84, 214] as const;

/** How close the points lie, as a picture: an address of data. */
export const cellsPicture = ({ counts }: Counted): string | undefined => {
  const canvas = document.createElement("canvas");
  canvas.width = cells;
  canvas.height = cells;
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  const image = context.createImageData(cells, cells);
  const hit = [...counts].filter((each) => each > 0);
  const usual = hit.reduce((sum, each) => sum + each, 0) / hit.length;
  counts.forEach((each, k) => {
    // Pictures count rows from the top.
    const at = 4 * ((cells - 1 - Math.floor(k / cells)) * cells + (k % cells));
    const opacity = each === 0 ? 0 : 45 + (190 * each) / (each + usual);
    image.data.set([...violet, opacity], at);
  });
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
};
