import { norm2 } from "jacobian";
import { Point, Text, Vector } from "mafs";
import { useDeferredValue, useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import { Curve, strokesOf } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { shownPoint } from "../../ui/numbers.ts";
import { type Box, Plane } from "../../ui/plane.tsx";
import { pairOf, vec } from "../../ui/points.ts";
import { useHome } from "../../ui/use-home.ts";
import { around, levelLinesOf } from "../matrix/contours.ts";
import { type Directions, paired } from "./directions.ts";

export interface PlanesProps {
  readonly model: Model;
  readonly directions: Directions;
}

const moved = ([x, y]: Pair, [dx, dy]: Pair, by = 1): Pair => [x + by * dx, y + by * dy];

/** From one point to another. */
const between = (from: Pair, to: Pair): Pair => moved(to, from, -1);

/** A box widened by doubling, until arrows from its middle are inside. */
const holding = ({ x, y }: Box, arrows: readonly Pair[]): Box => {
  const reach = (x[1] - x[0]) / 2;
  const longest = Math.max(...arrows.map((arrow) => norm2(Float64Array.from(arrow))));
  const more = reach * (2 ** Math.max(0, Math.ceil(Math.log2((1.2 * longest) / reach))) - 1);
  return { x: [x[0] - more, x[1] + more], y: [y[0] - more, y[1] + more] };
};

interface ArrowProps {
  readonly at: Pair;
  readonly arrow: Pair;
  readonly name: string;
  readonly color: string;
}

const Arrow = ({ at, arrow, color }: Omit<ArrowProps, "name">) => (
  <Vector tail={vec(at)} tip={vec(moved(at, arrow))} color={color} weight={3} />
);

/** The name of an arrow, before its tip. */
const ArrowName = ({ at, arrow, name, color }: ArrowProps) => {
  const [x, y] = moved(at, arrow);
  const [nameX, nameY] = moved(
    [x, y],
    arrow,
    0.35 / Math.max(0.1, norm2(Float64Array.from(arrow))),
  );
  return (
    <Text x={nameX} y={nameY} size={18} color={color}>
      {name}
    </Text>
  );
};

const path = Array.from({ length: 81 }, (_, k) => (k - 40) / 20);

/** The landscape w·f; no height while w is still that of another map. */
const heightAt = (model: Model, w: readonly number[], point: Pair): number => {
  const value = model.value(point);
  return value?.length === w.length ? paired(w, value) : NaN;
};

interface LevelsProps {
  readonly model: Model;
  readonly w: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** The level lines of w·f; its box comes as numbers, which stay the same while an arrow moves in it. */
const Levels = ({ model, w, left, right, low, high }: LevelsProps) => {
  const strokes = useMemo(
    () =>
      levelLinesOf(
        (point) => heightAt(model, w, point),
        around({ x: [left, right], y: [low, high] }),
      ),
    [model, w, left, right, low, high],
  );
  return <Curve strokes={strokes} color="var(--second)" opacity={0.45} />;
};

/** Where v starts, and where wᵀJ arrives. */
export const InputPlane = ({ model, directions }: PlanesProps) => {
  const { set } = usePage();
  const at = pairOf(directions.x);
  const v = pairOf(directions.v);
  const pulled = pairOf(directions.pulled);
  const home = useHome(model, at ?? [0, 0]);
  const w = useDeferredValue(directions.w);
  if (at === undefined || v === undefined || pulled === undefined) return null;
  const box = holding(home, [v, pulled]);
  return (
    <Plane
      title={`Input: ${model.variables.join(", ")}. Drag the tip of v`}
      description={`At ${shownPoint(at)} the tangent v is ${shownPoint(v)}. The covector w comes back as ${shownPoint(pulled)}, across the level lines of w·f.`}
      box={box}
      height={340}
      names={
        <>
          <ArrowName at={at} arrow={pulled} name="wᵀJ" color="var(--second)" />
          <ArrowName at={at} arrow={v} name="v" color="var(--first)" />
        </>
      }
    >
      <Levels model={model} w={w} left={box.x[0]} right={box.x[1]} low={box.y[0]} high={box.y[1]} />
      <Curve
        strokes={[path.map((s) => moved(at, v, s))]}
        color="var(--first)"
        width={1.5}
        opacity={0.7}
        dashed
      />
      <Arrow at={at} arrow={pulled} color="var(--second)" />
      <Arrow at={at} arrow={v} color="var(--first)" />
      <DragPoint
        name="Point"
        point={at}
        onMove={(next) => set({ at: next })}
        color="var(--accent)"
      />
      <DragPoint
        name="Tip of v"
        point={moved(at, v)}
        onMove={(tip) => set({ v: between(at, tip) })}
        color="var(--first)"
      />
    </Plane>
  );
};

/** Where J v arrives, and where w starts. */
export const OutputPlane = ({ model, directions }: PlanesProps) => {
  const { set } = usePage();
  const at = pairOf(directions.value);
  const w = pairOf(directions.w);
  const pushed = pairOf(directions.pushed);
  const home = useHome(model, at ?? [0, 0]);
  const { x, v } = directions;
  const image = useMemo(
    () => strokesOf(path.map((s) => pairOf(model.value(x.map((each, k) => each + s * v[k]!))))),
    [model, x, v],
  );
  if (at === undefined || w === undefined || pushed === undefined) return null;
  return (
    <Plane
      title="Output: f. Drag the tip of w"
      description={`At ${shownPoint(at)} the tangent v has become J v = ${shownPoint(pushed)}, tangent to the image of its line. The covector w is ${shownPoint(w)}.`}
      box={holding(home, [w, pushed])}
      height={340}
      names={
        <>
          <ArrowName at={at} arrow={pushed} name="J v" color="var(--first)" />
          <ArrowName at={at} arrow={w} name="w" color="var(--second)" />
        </>
      }
    >
      <Curve strokes={image} color="var(--first)" width={1.5} opacity={0.7} dashed />
      <Arrow at={at} arrow={pushed} color="var(--first)" />
      <Arrow at={at} arrow={w} color="var(--second)" />
      <Point x={at[0]} y={at[1]} color="var(--accent)" />
      <DragPoint
        name="Tip of w"
        point={moved(at, w)}
        onMove={(tip) => set({ w: between(at, tip) })}
        color="var(--second)"
      />
    </Plane>
  );
};
