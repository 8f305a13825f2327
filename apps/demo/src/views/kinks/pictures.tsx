import { norm2 } from "jacobian";
import { Point, Polygon, Text } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { usePage } from "../../app/use-state.tsx";
import { Curve, strokesOf } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { shown, shownPoint } from "../../ui/numbers.ts";
import { Plane } from "../../ui/plane.tsx";
import { pairOf, vec } from "../../ui/points.ts";
import { useHome } from "../../ui/use-home.ts";
import { around, levelLinesOf } from "../matrix/contours.ts";
import type { Choice, Derivatives } from "./derived.ts";
import { titles } from "./fields.ts";
import type { Kinked } from "./kinked.ts";

export interface PicturesProps {
  readonly kinked: Kinked;
  readonly derivatives: Derivatives;
}

/** Kinks are met by exact numbers: quarters are. */
const snapped = (x: number): number => Math.round(4 * x) / 4;

const reach = 4;

const spread = Array.from({ length: 401 }, (_, k) => (k - 200) / 20);

/** The tangent line of a slope. */
const lineOf = ([x, y]: Pair, slope: number): readonly Pair[] =>
  [-2 * reach, 2 * reach].map((h): Pair => [x + h, y + slope * h]);

/** The graph of f, with a fan of lines: one for each slope in the set. */
export const GraphPicture = ({ kinked, derivatives }: PicturesProps) => {
  const { state, set } = usePage();
  const onGraph = (s: number): Pair => [s, kinked.value([s])];
  const [x = 0] = derivatives.x;
  const at = onGraph(x);
  const home = useHome(kinked, at);
  // While it is dragged the point is ahead of what has been found of it.
  const ahead = onGraph(state.kinkAt[0] ?? 0);
  const point = ahead.every(Number.isFinite) ? ahead : at;
  const graph = useMemo(
    () =>
      strokesOf(
        spread.map((s): Pair | undefined => {
          const y = kinked.value([s]);
          return Number.isFinite(y) ? [s, y] : undefined;
        }),
      ),
    [kinked],
  );
  const [[low = 0] = [], [high = low] = []] = derivatives.outline;
  const [slope = 0] = derivatives.choices[state.convention].gradient;
  const [certified = 0] = derivatives.certified.gradient;
  const isExact = derivatives.set.promise === "equal to the Clarke Jacobian";
  const [left, right] = [lineOf(at, low), lineOf(at, high)];
  const wedge = [left[0]!, right[0]!, at];
  return (
    <Plane
      title={`f over ${kinked.variables[0]!}. Drag the point to a kink`}
      description={`At ${shown(x)} the slopes go from ${shown(low)} to ${shown(high)}; the convention takes ${shown(slope)}.`}
      box={home}
      height={340}
    >
      {high > low &&
        [wedge, [left[1]!, right[1]!, at]].map((corners, k) => (
          <Polygon
            key={k}
            points={corners.map(vec)}
            color="var(--second)"
            fillOpacity={0.18}
            strokeOpacity={0}
          />
        ))}
      <Curve strokes={[left, right]} color="var(--second)" width={2} />
      <Curve strokes={[lineOf(at, slope)]} color="var(--first)" width={2} dashed />
      <Curve strokes={graph} color="var(--ink)" width={3} />
      {!isExact && <Curve strokes={[lineOf(at, certified)]} color="var(--accent)" width={1.5} />}
      <DragPoint
        name="Point"
        point={point}
        onMove={([next]) => set({ kinkAt: [next, state.kinkAt[1] ?? 0] })}
        constrain={([next]) => onGraph(snapped(next))}
        color="var(--accent)"
      />
    </Plane>
  );
};

/** The level lines of f, with a point that snaps to quarters. */
export const LevelPicture = ({ kinked, derivatives }: PicturesProps) => {
  const { state, set } = usePage();
  const at = pairOf(derivatives.x) ?? [0, 0];
  const home = useHome(kinked, at);
  const lines = useMemo(() => levelLinesOf(kinked.value, around(home)), [kinked, home]);
  return (
    <Plane
      title="Input: level lines of f. Drag the point to a kink"
      description={`The point is at ${shownPoint(at)}; where level lines have a corner f has a kink.`}
      box={home}
      height={340}
    >
      <Curve strokes={lines} color="var(--soft)" width={1.2} opacity={0.8} />
      <DragPoint
        name="Point"
        point={pairOf(state.kinkAt) ?? at}
        onMove={(next) => set({ kinkAt: next })}
        constrain={([x, y]) => [snapped(x), snapped(y)]}
        color="var(--accent)"
      />
    </Plane>
  );
};

interface MarkProps {
  readonly choice: Choice;
  readonly name: string;
  readonly color: string;
  /** How far above the point its name stands; below, if negative. */
  readonly off: number;
}

const Mark = ({ choice: { gradient }, name, color, off }: MarkProps) => {
  const [x = NaN, y = 0] = gradient;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  return (
    <>
      <Point x={x} y={y} color={color} />
      <Text x={x} y={y + off} size={15} color={color}>
        {name}
      </Text>
    </>
  );
};

/** The set itself: an interval on a line of numbers, or a polygon in the plane of gradients. */
export const SetPicture = ({ kinked, derivatives }: PicturesProps) => {
  const { convention } = usePage().state;
  const { generators, outline, choices, set } = derivatives;
  const pairs = (all: readonly (readonly number[])[]) => all.map(([x = 0, y = 0]): Pair => [x, y]);
  const [corners, edge] = [pairs(generators), pairs(outline)];
  const choice = choices[convention];
  const size = Math.max(
    1,
    ...[...edge, choice.gradient].map((each) => norm2(Float64Array.from(each))),
  );
  const width = Number.isFinite(size) ? 1.4 * size : 4;
  const isLine = kinked.variables.length === 1;
  const height = isLine ? 0.4 * width : width;
  return (
    <Plane
      title={isLine ? "The set of slopes" : "The set of gradients"}
      description={`${generators.length > 0 ? `${set.kind} with the corners ${generators.map(shownPoint).join(", ")}` : "A set with a round edge"}; ${titles[convention]} takes ${shownPoint(choice.gradient)}.`}
      box={{ x: [-width, width], y: [-height, height] }}
      height={340}
      names={
        <>
          <Mark
            choice={derivatives.certified}
            name="certified"
            color="var(--accent)"
            off={-0.13 * width}
          />
          <Mark choice={choice} name={titles[convention]} color="var(--first)" off={0.1 * width} />
        </>
      }
    >
      {edge.length > 2 && (
        <Polygon points={edge.map(vec)} color="var(--second)" fillOpacity={0.2} />
      )}
      <Curve
        strokes={[edge]}
        color="var(--second)"
        width={isLine ? 8 : 3}
        opacity={isLine ? 0.6 : 1}
      />
      {corners.map(([x, y]) => (
        <Point key={`${x},${y}`} x={x} y={y} color="var(--second)" />
      ))}
    </Plane>
  );
};
