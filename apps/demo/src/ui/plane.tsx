import { Mafs } from "mafs";
import type { ReactNode } from "react";
import { farthest, type Pair } from "../app/fields.ts";
import { AxisNumbers, GridLines } from "./axes.tsx";
import { useCompact } from "./compact.ts";

export interface Box {
  readonly x: Pair;
  readonly y: Pair;
}

export interface PlaneProps {
  readonly title: ReactNode;
  /** What there is to see, for those who cannot. */
  readonly description: string;
  readonly box: Box;
  readonly height?: number;
  readonly grid?: boolean;
  /** Words in the picture, which cover the numbers of the axes. */
  readonly names?: ReactNode;
  readonly children: ReactNode;
}

/** Of a figure in another page. */
const compactHeight = 260;

/** Mafs rounds its scale to five decimals: of a larger box there is none, and it gives up. */
const largest = 4 * farthest;

const isDrawable = ({ x, y }: Box): boolean =>
  [...x, ...y].every((bound) => Math.abs(bound) <= largest);

/** A plane with its axes, a title, and its picture in words; in words alone, if its numbers are too large. */
export const Plane = ({
  title,
  description,
  box,
  height = 380,
  grid = true,
  names,
  children,
}: PlaneProps) => {
  const isCompact = useCompact();
  if (!isDrawable(box)) {
    return (
      <figure className="plane">
        <figcaption>{title}</figcaption>
        <p>The numbers are too large to draw. {description}</p>
      </figure>
    );
  }
  const high = isCompact ? Math.min(height, compactHeight) : height;
  return (
    <figure className="plane">
      <figcaption>{title}</figcaption>
      <div className="plane-picture" style={{ height: high }}>
        <Mafs
          viewBox={{ x: [...box.x], y: [...box.y], padding: 0 }}
          height={high}
          pan={!isCompact}
          zoom={isCompact ? false : { min: 0.2, max: 5 }}
          preserveAspectRatio="contain"
        >
          {grid && <GridLines />}
          {children}
          {grid && <AxisNumbers />}
          <g className="names">{names}</g>
        </Mafs>
      </div>
      <p className="visually-hidden">{description}</p>
    </figure>
  );
};
