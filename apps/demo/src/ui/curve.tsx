import { memo, useMemo } from "react";
import type { Pair } from "../app/fields.ts";
import { largest } from "./points.ts";

/** Lines with gaps: a new list where a curve leaves what is defined. */
export type Strokes = readonly (readonly Pair[])[];

/** The strokes of a sampled curve; a gap where it is undefined. */
export const strokesOf = (samples: Iterable<Pair | undefined>): Strokes => {
  const strokes: Pair[][] = [[]];
  for (const sample of samples) {
    if (sample !== undefined) strokes.at(-1)!.push(sample);
    else if (strokes.at(-1)!.length > 0) strokes.push([]);
  }
  return strokes.filter((stroke) => stroke.length > 1);
};

const four = (x: number): string => x.toFixed(4);

const isDrawable = (point: Pair): boolean => point.every((each) => Math.abs(each) <= largest);

/** (A line of one point, or none, is no path.) */
const pathOf = (strokes: Strokes): string =>
  strokes
    .flatMap((stroke) => strokesOf(stroke.map((point) => (isDrawable(point) ? point : undefined))))
    .map((stroke) => `M${stroke.map(([x, y]) => `${four(x)} ${four(y)}`).join("L")}`)
    .join("");

export interface CurveProps {
  readonly strokes: Strokes;
  readonly color: string;
  readonly width?: number;
  readonly opacity?: number;
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly dashed?: boolean;
}

/** Where the plane puts its points: both transforms are set by the plane itself. */
const inPlane = "var(--mafs-view-transform) var(--mafs-user-transform)";

/** One path for many lines: a plane of them is a single element. */
export const Curve = memo((props: CurveProps) => {
  const { strokes, color, width = 1, opacity = 1, fill = "none", fillOpacity = 1, dashed } = props;
  const d = useMemo(() => pathOf(strokes), [strokes]);
  return (
    <path
      d={d}
      vectorEffect="non-scaling-stroke"
      style={{
        transform: inPlane,
        stroke: color,
        strokeWidth: width,
        strokeOpacity: opacity,
        fill,
        fillOpacity,
        strokeDasharray: dashed === true ? "5 4" : "none",
      }}
    />
  );
});
