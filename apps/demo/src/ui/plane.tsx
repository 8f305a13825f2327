import { Coordinates, Mafs, usePaneContext } from "mafs";
import type { ReactNode } from "react";
import type { Pair } from "../app/fields.ts";

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
  readonly children: ReactNode;
}

/** A plane with its axes, a title, and its picture in words. */
export const Plane = ({
  title,
  description,
  box,
  height = 380,
  grid = true,
  children,
}: PlaneProps) => (
  <figure className="plane">
    <figcaption>{title}</figcaption>
    <div className="plane-picture" style={{ height }}>
      <Mafs
        viewBox={{ x: [...box.x], y: [...box.y], padding: 0 }}
        height={height}
        zoom={{ min: 0.2, max: 5 }}
        preserveAspectRatio="contain"
      >
        {grid && <Coordinates.Cartesian xAxis={{ lines: 1 }} yAxis={{ lines: 1 }} />}
        {children}
      </Mafs>
    </div>
    <p className="visually-hidden">{description}</p>
  </figure>
);

/** What of the plane is visible at the moment. */
export const useVisible = (): Box => {
  const { xPaneRange, yPaneRange } = usePaneContext();
  return { x: xPaneRange, y: yPaneRange };
};
