import { Coordinates as Axes, Mafs, Point } from "mafs";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Pair } from "../../app/fields.ts";
import { Prose } from "../../app/part.tsx";
import { usePage } from "../../app/use-state.tsx";
import { Coordinates } from "../../ui/coordinates.tsx";
import { Curve } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { shown, shownPoint } from "../../ui/numbers.ts";
import { Plane } from "../../ui/plane.tsx";
import { useReducedMotion } from "../../ui/use-reduced-motion.ts";
import { around, levelLinesOf } from "../matrix/contours.ts";
import { type Kinked, readKinked } from "./kinked.ts";
import { limit, type Racer, raceOf, racers } from "./race.ts";
import { valleyNames, valleys } from "./valleys.ts";

/** From one step to the next. */
const pause = 60;

const box = { x: [-3.5, 3.5], y: [-2.5, 2.5] } as const;

/** Methods are run one by one, each in a task of its own, then replayed step by step. */
const useRace = (kinked: Kinked | undefined, from: Pair) => {
  const [found, setFound] = useState<readonly Racer[]>([]);
  const [step, setStep] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const isStill = useReducedMotion();
  const isReady = found.length === racers.length;
  const goesOn = isRunning && step < limit;
  const advance = useEffectEvent(() => {
    if (kinked === undefined) return;
    if (!isReady) setFound([...found, raceOf(found.length, kinked.f, from)]);
    else setStep(isStill ? limit : step + 1);
  });
  useEffect(() => {
    if (!goesOn) return;
    const timer = setTimeout(advance, isReady ? pause : 0);
    return () => clearTimeout(timer);
  }, [goesOn, isReady, found, step]);
  const reset = () => {
    setRunning(false);
    setFound([]);
    setStep(0);
  };
  return { found, step, goesOn, setRunning, reset };
};

const soFar = <T,>(all: readonly T[], step: number): readonly T[] => all.slice(0, step + 1);

interface RaceProps {
  readonly found: readonly Racer[];
  readonly step: number;
}

/** Values on a scale of powers of ten. */
const ValuePicture = ({ found, step }: RaceProps) => (
  <figure className="plane">
    <figcaption>Value after each step, log scale</figcaption>
    <div className="plane-picture" aria-hidden="true">
      <Mafs
        viewBox={{ x: [-14, limit + 8], y: [-9.4, 2.6], padding: 0 }}
        height={340}
        pan={false}
        preserveAspectRatio={false}
      >
        <Axes.Cartesian xAxis={{ lines: 20 }} yAxis={{ lines: 2, labels: (y) => `1e${y}` }} />
        {found.map(({ name, color, values }) => (
          <Curve
            key={name}
            strokes={[
              soFar(values, step).map((value, k): Pair => [k, Math.log10(Math.max(value, 1e-9))]),
            ]}
            color={color}
            width={2.5}
          />
        ))}
      </Mafs>
    </div>
  </figure>
);

const Standings = ({ found, step }: RaceProps) => (
  <table data-testid="race" className="race">
    <thead>
      <tr>
        <th scope="col">Method</th>
        <th scope="col">Step</th>
        <th scope="col">Value now</th>
        <th scope="col">Best</th>
      </tr>
    </thead>
    <tbody>
      {racers.map(({ name, color }, k) => {
        const values = soFar(found[k]?.values ?? [], step);
        return (
          <tr key={name}>
            <th scope="row">
              <span className="swatch" style={{ background: color }} /> {name}
            </th>
            <td>{Math.max(0, values.length - 1)}</td>
            <td>{values.length === 0 ? "" : shown(values.at(-1)!)}</td>
            <td>{values.length === 0 ? "" : shown(Math.min(...values))}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

/** Descent where the ground has a kink: a race of methods. */
export const RacePanel = () => {
  const { state, set } = usePage();
  const { formula, about } = valleys[state.valley];
  const kinked = useMemo(() => {
    const read = readKinked(formula);
    return "typed" in read ? read.typed : undefined;
  }, [formula]);
  const { raceFrom: from } = state;
  const { found, step, goesOn, setRunning, reset } = useRace(kinked, from);
  const lines = useMemo(
    () => (kinked === undefined ? [] : levelLinesOf(kinked.value, around(box))),
    [kinked],
  );
  const move = (next: Pair) => {
    reset();
    set({ raceFrom: next });
  };
  return (
    <section className="card" aria-label="A race on a valley with a kink">
      <h3>Why it matters: a race down a valley with a kink</h3>
      <Prose>
        <p>
          {about} With steps of a fixed length descent jumps from wall to wall for ever; shrinking
          steps arrive, slowly; the bundle method remembers the gradients of both walls and walks
          along the bottom.
        </p>
      </Prose>
      <div className="row controls">
        <label>
          Valley{" "}
          <select
            value={state.valley}
            onChange={({ target }) => {
              reset();
              set({ valley: valleyNames.find((name) => name === target.value) ?? "ravine" });
            }}
          >
            {valleyNames.map((name) => (
              <option key={name} value={name}>
                {valleys[name].title}
              </option>
            ))}
          </select>
        </label>
        <code>{formula}</code>
        <Coordinates
          legend="Start"
          names={["start x", "start y"]}
          value={from}
          onChange={([x = from[0], y = from[1]]) => move([x, y])}
        />
        <button
          type="button"
          className="primary"
          onClick={() => setRunning(!goesOn)}
          disabled={step >= limit}
        >
          {goesOn ? "Pause" : step >= limit ? "Done" : step > 0 ? "Go on" : "Start"}
        </button>
        <button type="button" onClick={reset}>
          Reset
        </button>
        <span>
          step <output data-testid="race-step">{step}</output> of {limit}
        </span>
      </div>
      <div className="planes">
        <Plane
          title="The valley. Drag the start"
          description={`The start is ${shownPoint(from)}; the least value 0 is at (0, 0).`}
          box={{ x: [...box.x], y: [...box.y] }}
          height={340}
        >
          <Curve strokes={lines} color="var(--soft)" opacity={0.6} />
          {found.map(({ name, color, path }) => {
            const [x, y] = path[Math.min(step, path.length - 1)]!;
            return (
              <g key={name}>
                <Curve strokes={[soFar(path, step)]} color={color} width={2} />
                <Point x={x} y={y} color={color} />
              </g>
            );
          })}
          <DragPoint name="Start" point={from} onMove={move} color="var(--ink)" />
        </Plane>
        <ValuePicture found={found} step={step} />
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label="Standings">
        <Standings found={found} step={step} />
      </div>
    </section>
  );
};
