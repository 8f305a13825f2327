import { Coordinates, Mafs, Text } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import type { Model, Sample } from "../../model/model.ts";
import { Curve } from "../../ui/curve.tsx";
import { shown } from "../../ui/numbers.ts";
import { errorsAt } from "./geometry.ts";

export interface ErrorPlotProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly side: number;
}

/** Below this an error is rounding. */
const rounding = 1e-13;

const logs = ([side, error]: readonly [number, number]): Pair => [
  Math.log10(side),
  Math.log10(error),
];

/** How fast the linear approximation becomes exact: two orders for each order of the side. */
export const ErrorPlot = ({ model, sample, side }: ErrorPlotProps) => {
  const errors = useMemo(() => errorsAt(model, sample, side), [model, sample, side]);
  const points = errors.filter(([, error]) => error > rounding).map(logs);
  const [first, last] = [points[0], points.at(-1)];
  const slope =
    first && last && first !== last ? (last[1] - first[1]) / (last[0] - first[0]) : undefined;
  const said =
    slope === undefined
      ? "The linear approximation is exact here, up to rounding."
      : `The error shrinks with the power ${shown(Number(slope.toFixed(2)))} of the side: halve the square, and the error is divided by ${shown(Number((2 ** slope).toFixed(1)))}.`;
  return (
    <figure className="plane small">
      <figcaption>Error of the parallelogram, log–log</figcaption>
      <div className="plane-picture" aria-hidden="true">
        <Mafs
          viewBox={{ x: [-4.5, 1], y: [-10, 2], padding: 0 }}
          height={200}
          pan={false}
          preserveAspectRatio={false}
        >
          <Coordinates.Cartesian
            xAxis={{ lines: 1, labels: (x) => `1e${x}` }}
            yAxis={{ lines: 2, labels: (y) => `1e${y}` }}
          />
          <Curve strokes={[points]} color="var(--accent)" width={2.5} />
          {slope !== undefined && first && (
            <Text x={first[0]} y={first[1]} attach="w" attachDistance={20} size={16}>
              slope {slope.toFixed(2)}
            </Text>
          )}
        </Mafs>
      </div>
      <p>{said}</p>
    </figure>
  );
};
