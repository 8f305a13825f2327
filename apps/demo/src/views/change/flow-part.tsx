import { Mafs, Point } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { Prose } from "../../app/part.tsx";
import { AxisNumbers, GridLines } from "../../ui/axes.tsx";
import { Curve, type Strokes } from "../../ui/curve.tsx";
import { shown } from "../../ui/numbers.ts";
import { Plane } from "../../ui/plane.tsx";
import { type Progress, steps } from "./progress.ts";
import { useTraining } from "./use-training.ts";

/** The columns of a matrix of two rows. */
const pairsOf = (data: Float64Array): readonly Pair[] => {
  const count = data.length / 2;
  return Array.from({ length: count }, (_, j) => [data[j]!, data[count + j]!]);
};

const linesOf = ({ grid, lineLength }: Progress): Strokes => {
  const points = pairsOf(grid);
  return Array.from({ length: points.length / lineLength }, (_, k) =>
    points.slice(k * lineLength, (k + 1) * lineLength),
  );
};

const Dots = ({ points, color }: { readonly points: Float64Array; readonly color: string }) =>
  pairsOf(points).map(([x, y], k) => (
    <Point key={k} x={x} y={y} color={color} opacity={0.75} svgCircleProps={{ r: 2.5 }} />
  ));

const frame = { x: [-1.7, 2.7], y: [-1.4, 1.9] } as const;

const Warped = ({ progress }: { readonly progress: Progress }) => {
  const lines = useMemo(() => linesOf(progress), [progress]);
  return (
    <Plane
      title="What the flow makes of a normal distribution"
      description="A square grid bent by the flow, points drawn from it, and the points of the two moons that it learns from."
      box={frame}
      grid={false}
    >
      <Curve strokes={lines} color="var(--grid)" />
      <Dots points={progress.data} color="var(--second)" />
      <Dots points={progress.samples} color="var(--first)" />
    </Plane>
  );
};

const Likelihood = ({ losses }: Pick<Progress, "losses">) => {
  const curve = losses.map((loss, k): Pair => [k, -loss]);
  return (
    <figure className="plane small">
      <figcaption>log p per point, in nats, by step</figcaption>
      <div className="plane-picture" aria-hidden="true">
        <Mafs
          viewBox={{ x: [-8, steps + 12], y: [-2.6, -0.8], padding: 0 }}
          height={380}
          pan={false}
          preserveAspectRatio={false}
        >
          <GridLines />
          <Curve strokes={[curve]} color="var(--accent)" width={2.5} />
          <AxisNumbers />
        </Mafs>
      </div>
    </figure>
  );
};

/** A normalizing flow that learns two moons while one looks. */
export const FlowPart = () => {
  const { progress, isRunning, say, reset } = useTraining();
  const losses = progress?.losses ?? [];
  const last = losses.at(-1);
  const isDone = progress?.isDone === true;
  return (
    <section className="apart" aria-label="A normalizing flow">
      <h3>A map that is learned: a normalizing flow</h3>
      <Prose>
        <p className="about">
          Here the density is known and the map is sought: <span className="swatch first" /> points
          drawn from the flow shall lie like <span className="swatch second" /> the two moons. log
          p(x) = log p(z) − log |det J(z)|, so training needs det J at each point, and its gradient.
        </p>
      </Prose>
      <div className="row controls">
        <button
          type="button"
          disabled={isDone || progress === undefined}
          onClick={() => say(isRunning ? "pause" : "run")}
        >
          {isRunning ? "Pause" : losses.length > 0 ? "Go on" : "Start training"}
        </button>
        <button type="button" onClick={reset}>
          Reset
        </button>
        <span data-testid="training">
          {last === undefined
            ? "Not trained yet: the flow is nearly the identity."
            : `Step ${losses.length}: log p = ${shown(-last)} per point${isDone ? ", trained" : progress?.isResting === true ? ", paused" : ""}.`}
        </span>
      </div>
      {progress !== undefined && (
        <div className="planes">
          <Warped progress={progress} />
          <Likelihood losses={losses} />
        </div>
      )}
    </section>
  );
};
