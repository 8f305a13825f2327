import { add, at, cos, div, jacobian, mul, type Scalar, type Scalars, sin, square } from "jacobian";
import { computed, defineComponent, ref } from "vue";
import { pathOf, type Place, Plane, type Range } from "../../src/components/plane.tsx";
import { Slider } from "../../src/components/slider.tsx";

/** Its level lines are ellipses. */
const f = ([x, y]: Scalars<2>) => add(div(square(x), 4), square(y));

/** An ellipse that is as high as `s`, run through once; for s = 1 a level line of f. */
const curve =
  (s: number) =>
  (t: Scalar): readonly [Scalar, Scalar] => [mul(2, cos(t)), mul(s, sin(t))];

// The same unit on both axes: what is perpendicular looks so.
const [across, up, ratio]: readonly [Range, Range, number] = [[-3.2, 3.2], [-1.92, 1.92], 0.6];
const turn = Array.from({ length: 121 }, (_, k) => (k * Math.PI) / 60);
const levels = [0.5, 1, 1.5];

type Point = readonly [x: number, y: number];

/** The curve's point, the row of f there, the column of the curve, and their product. */
const momentAt = (t: number, s: number) => {
  const gamma = curve(s);
  const point: Point = [2 * Math.cos(t), s * Math.sin(t)];
  const [row, column] = [jacobian(f)(point), jacobian(gamma)(t)];
  const product = jacobian((u: Scalar) => f(gamma(u)))(t);
  return {
    point,
    row: [row.at(0, 0), row.at(0, 1)] as const,
    column: [column.at(0, 0), column.at(1, 0)] as const,
    product: at(product.data, 0),
  };
};

const shown = (value: number): string => (Math.abs(value) < 5e-3 ? 0 : value).toFixed(2);
const both = ([a, b]: Point): string => `(${shown(a)}, ${shown(b)})`;

const said = (t: number, s: number): string => {
  const { row, column, product } = momentAt(t, s);
  const means =
    Math.abs(product) < 5e-3
      ? "f stays, to first order"
      : `f ${product > 0 ? "rises" : "falls"} along the curve`;
  return `The row ${both(row)} times the column ${both(column)} is ${shown(product)}: ${means}.`;
};

/** Half as long as it is, so that both fit. */
const arrow = (place: Place, [x, y]: Point, [dx, dy]: Point, line: string) => {
  const [left, top] = place(x + dx / 2, y + dy / 2);
  return (
    <g>
      <path
        class={line}
        d={pathOf(place, [
          [x, y],
          [x + dx / 2, y + dy / 2],
        ])}
      />
      <circle cx={left} cy={top} r="4" fill={`var(--${line})`} />
    </g>
  );
};

const drawn = (t: number, s: number, place: Place) => {
  const { point, row, column } = momentAt(t, s);
  const [left, top] = place(...point);
  return (
    <g>
      {levels.map((level) => (
        <path
          class="axis"
          d={pathOf(
            place,
            turn.map((u): Point => [2 * level * Math.cos(u), level * Math.sin(u)]),
          )}
        />
      ))}
      <path
        class="line-1"
        d={pathOf(
          place,
          turn.map((u): Point => [2 * Math.cos(u), s * Math.sin(u)]),
        )}
      />
      {arrow(place, point, row, "line-2")}
      {arrow(place, point, column, "line-3")}
      <circle cx={left} cy={top} r="5" fill="var(--line-1)" />
    </g>
  );
};

/** A row and a column at a point, and the number that is their product. */
export const RowTimesColumn = defineComponent({
  name: "RowTimesColumn",
  setup: () => {
    const [t, s] = [ref(0.8), ref(1)];
    const text = computed(() => said(t.value, s.value));
    return () => (
      <figure class="picture">
        <Plane x={across} y={up} ratio={ratio} label={text.value}>
          {{ default: ({ place }: { place: Place }) => drawn(t.value, s.value, place) }}
        </Plane>
        <Slider
          label="time t"
          value={t.value}
          from={0}
          to={6.28}
          step={0.02}
          onChange={(to) => (t.value = to)}
        />
        <Slider
          label="height s"
          value={s.value}
          from={-1.6}
          to={1.6}
          step={0.05}
          onChange={(to) => (s.value = to)}
        />
        <p role="status">{text.value}</p>
        <figcaption>
          Level lines of f = x²/4 + y², and the curve (2 cos t, s sin t) in blue. In red the 1×2 row
          of f, its gradient; in green the 2×1 column of the curve, its velocity; both drawn half as
          long. For s = 1 the curve is a level line: move t, and the two stay perpendicular. Change
          s: their product is the speed at which f changes along the curve.
        </figcaption>
      </figure>
    );
  },
});
