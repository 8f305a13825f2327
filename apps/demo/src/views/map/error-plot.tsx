import { Coordinates, Mafs, Text } from "mafs";
import { norm2, type TaylorTest, taylorTest } from "jacobian";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import type { Model, Sample } from "../../model/model.ts";
import { Curve } from "../../ui/curve.tsx";
import { shown } from "../../ui/numbers.ts";

export interface ErrorPlotProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly side: number;
}

/** What the plot shows, in powers of ten. */
const shownOrders = { x: [-4.5, 1.3], y: [-10.7, 2.9] } as const;

/** The error for each step along the diagonal of the square, while it stands clear of rounding. */
const errorsOf = (test: TaylorTest): readonly Pair[] =>
  test.steps.flatMap(({ length, remainder, rounding }): readonly Pair[] => {
    const [error, noise] = [norm2(remainder), norm2(rounding)];
    return error > noise ? [[Math.log10(length), Math.log10(error)]] : [];
  });

/** How fast the linear approximation becomes exact: two orders for each order of the side. */
export const ErrorPlot = ({ model, sample, side }: ErrorPlotProps) => {
  const test = useMemo(
    () => taylorTest(model.generic)([...sample.x], [side, side]),
    [model, sample, side],
  );
  const points = useMemo(() => errorsOf(test), [test]);
  const seen = points.filter(([length]) => length > shownOrders.x[0]);
  const middle = seen[Math.floor(seen.length / 2)];
  const power = test.order.toFixed(2);
  const said = test.exact
    ? "The linear approximation is exact here, up to rounding."
    : `The error shrinks with the power ${power} of the side: halve the square, and the error is divided by ${shown(Number((2 ** test.order).toFixed(1)))}.`;
  return (
    <figure className="plane small">
      <figcaption>Error of the parallelogram, log–log</figcaption>
      <div className="plane-picture" aria-hidden="true">
        <Mafs
          viewBox={{ x: [...shownOrders.x], y: [...shownOrders.y], padding: 0 }}
          height={200}
          pan={false}
          preserveAspectRatio={false}
        >
          <Coordinates.Cartesian
            xAxis={{ lines: 1, labels: (x) => `1e${x}` }}
            yAxis={{ lines: 2, labels: (y) => `1e${y}` }}
          />
          <Curve strokes={[points]} color="var(--accent)" width={2.5} />
          {!test.exact && middle && (
            <Text x={middle[0]} y={middle[1]} attach="s" attachDistance={28} size={16}>
              slope {power}
            </Text>
          )}
        </Mafs>
      </div>
      <p data-testid="error">{said}</p>
    </figure>
  );
};
