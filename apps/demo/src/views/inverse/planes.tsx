import { Point, Text } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import { Curve } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { shownPoint } from "../../ui/numbers.ts";
import { type Box, Plane } from "../../ui/plane.tsx";
import { DeterminantImage } from "../map/determinant-image.tsx";
import { gridOf, imageOf, squareAt } from "../map/geometry.ts";
import type { Search } from "./use-searches.ts";
import { beyond, useFrame } from "../../ui/use-frame.ts";

interface PictureProps {
  readonly model: Model;
  readonly searches: readonly Search[];
  readonly box: Box;
}

/** All points that are no farther than `radius` from a point in each coordinate. */
const squareAround = ([x, y]: Pair, radius: number): readonly Pair[] =>
  Number.isFinite(radius) && radius > 0 ? squareAt([x - radius, y - radius], 2 * radius) : [];

interface LabelProps {
  readonly at: Pair;
  readonly color: string;
  readonly attach?: "ne" | "sw";
  readonly children: string;
}

const Label = ({ at: [x, y], color, attach = "ne", children }: LabelProps) => (
  <Text x={x} y={y} attach={attach} attachDistance={12} size={18} color={color}>
    {children}
  </Text>
);

interface SquareProps {
  readonly center: Pair;
  readonly radius: number;
  readonly color: string;
  readonly rigorous: boolean;
}

/** A ball of the ∞-norm; dashed where it is an estimate. */
const Square = ({ center: [x, y], radius, color, rigorous }: SquareProps) => {
  const strokes = useMemo(() => [squareAround([x, y], radius)], [x, y, radius]);
  return (
    <Curve
      strokes={strokes}
      color={color}
      width={2}
      fill={color}
      fillOpacity={0.16}
      dashed={!rigorous}
    />
  );
};

interface WayProps {
  readonly points: readonly Pair[];
  readonly color: string;
}

/** Newton's points with lines between them. */
const Way = ({ points, color }: WayProps) => (
  <>
    <Curve strokes={[points]} color={color} width={2} />
    {points.slice(1, -1).map(([x, y], k) => (
      <Point key={k} x={x} y={y} color={color} svgCircleProps={{ r: 4 }} />
    ))}
  </>
);

const foundOf = ({ outcome }: Search) => outcome?.found;

/** Newton's method may find a preimage far outside the picture. */
const reach = 12;

const isVisible = (start: Pair, [x, y]: Pair): boolean =>
  Math.abs(x - start[0]) < reach && Math.abs(y - start[1]) < reach;

const InputPlane = ({ model, searches, box }: PictureProps) => {
  const { set } = usePage();
  const all = useMemo(() => beyond(box), [box]);
  const grid = useMemo(() => gridOf(all), [all]);
  const said = searches.map((search) => {
    const found = foundOf(search);
    return `From ${shownPoint(search.start)} ${found ? `to ${shownPoint(found.x)}.` : "nowhere."}`;
  });
  return (
    <Plane
      title={`Input: where does y come from? (${model.variables.join(", ")})`}
      description={said.join(" ")}
      box={box}
      names={searches.map((search, k) => {
        const found = foundOf(search);
        return (
          <g key={k}>
            {found && (
              <Label at={found.x} color="var(--accent)">
                x
              </Label>
            )}
            <Label at={search.point} color={search.color} attach="sw">
              x₀
            </Label>
          </g>
        );
      })}
    >
      <DeterminantImage model={model} box={all} />
      <Curve strokes={grid} color="var(--grid)" opacity={0.6} />
      {searches.map((search, k) => {
        const { start, point, near, color } = search;
        const found = foundOf(search);
        return (
          <g key={k}>
            {near?.exists === true && (
              <Square
                center={start}
                radius={near.domainRadius}
                color={color}
                rigorous={near.rigorous}
              />
            )}
            {found && <Way points={found.steps.map(({ x }) => x)} color={color} />}
            {found && <Point x={found.x[0]} y={found.x[1]} color="var(--accent)" />}
            <DragPoint
              name={search.name}
              point={point}
              color={color}
              onMove={(next) => set(k === 0 ? { at: next } : { other: next })}
            />
          </g>
        );
      })}
    </Plane>
  );
};

interface OutputProps extends PictureProps {
  /** The part of the input plane whose grid is bent. */
  readonly input: Box;
}

/** What f makes of the square around a start: it covers the square around f(x₀). */
const Covered = ({ model, search }: { readonly model: Model; readonly search: Search }) => {
  const { start, near, color } = search;
  const radius = near?.exists === true ? near.domainRadius : 0;
  const [x, y] = start;
  const image = useMemo(
    () => imageOf([squareAround([x, y], radius)], model),
    [model, x, y, radius],
  );
  return <Curve strokes={image} color={color} opacity={0.7} />;
};

const OutputPlane = ({ model, searches, box, input }: OutputProps) => {
  const { state, set } = usePage();
  const image = useMemo(() => imageOf(gridOf(beyond(input)), model), [input, model]);
  return (
    <Plane
      title="Output: drag the target y"
      description={`The target is ${shownPoint(state.target)}.`}
      box={box}
      names={
        <>
          {searches.map(
            ({ near, color }, k) =>
              near?.exists === true && (
                <Label key={k} at={near.image} color={color} attach="sw">
                  f(x₀)
                </Label>
              ),
          )}
          <Label at={state.target} color="var(--accent)">
            y
          </Label>
        </>
      }
    >
      <Curve strokes={image} color="var(--grid)" opacity={0.6} />
      {searches.map((search, k) => {
        const { near, color } = search;
        if (near?.exists !== true) return null;
        const ways = foundOf(search)?.steps.flatMap(({ image: point }) => (point ? [point] : []));
        return (
          <g key={k}>
            <Covered model={model} search={search} />
            <Square
              center={near.image}
              radius={near.radius}
              color={color}
              rigorous={near.rigorous}
            />
            {ways && <Way points={ways} color={color} />}
            <Point x={near.image[0]} y={near.image[1]} color={color} svgCircleProps={{ r: 5 }} />
          </g>
        );
      })}
      <DragPoint
        name="Target y"
        point={state.target}
        color="var(--accent)"
        onMove={(target) => set({ target })}
      />
    </Plane>
  );
};

/** Left the start and Newton's way, right the target and where f takes each step. */
export const Planes = ({ model, searches }: Omit<PictureProps, "box">) => {
  const { target, twice } = usePage().state;
  const about = `${model.source} ${twice}`;
  const input = useFrame(
    about,
    searches.flatMap((search) => {
      const x = foundOf(search)?.x;
      return x && isVisible(search.point, x) ? [search.point, x] : [search.point];
    }),
  );
  const output = useFrame(about, [
    target,
    ...searches.flatMap(({ near }) => (near?.exists === true ? [near.image] : [])),
  ]);
  return (
    <div className="planes">
      <InputPlane model={model} searches={searches} box={input} />
      <OutputPlane model={model} searches={searches} box={output} input={input} />
    </div>
  );
};
