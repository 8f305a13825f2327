import { mul, pow, type Scalars, secondDirectional, square, sub } from "jacobian";
import { computed, defineComponent, ref } from "vue";
import { pathOf, type Place, Plane, type Range } from "../../src/components/plane.tsx";
import { Slider } from "../../src/components/slider.tsx";

/** Two minima, and a maximum between them. */
const f = ([x]: Scalars<1>) => sub(mul(0.25, pow(x, 4)), square(x));

const [across, up]: readonly [Range, Range] = [
  [-2.4, 2.4],
  [-2, 2.4],
];
const xs = Array.from({ length: 241 }, (_, k) => across[0] + k / 50);

/** The value, slope and curvature at a point, the parabola they give, and where its vertex is. */
const modelAt = (x: number) => {
  const { value, first, second } = secondDirectional(f)([x], [1]);
  const parabola = (z: number): number =>
    value + first * (z - x) + 0.5 * second * (z - x) * (z - x);
  return { value, first, second, parabola, next: x - first / second };
};

const said = (x: number): string => {
  const { first, second, next } = modelAt(x);
  const kind = second > 0 ? "lowest" : "highest";
  return `At x = ${x.toFixed(2)} the slope is ${first.toFixed(2)} and the curvature ${second.toFixed(2)}: the parabola is ${kind} at ${next.toFixed(2)}.`;
};

const drawn = (x: number, place: Place) => {
  const { value, parabola, next } = modelAt(x);
  const [[left, top], [aim, vertex]] = [place(x, value), place(next, parabola(next))];
  return (
    <g fill="none" stroke-width="2">
      <path
        class="line-1"
        d={pathOf(
          place,
          xs.map((z) => [z, modelAt(z).value] as const),
        )}
      />
      <path
        class="line-2"
        d={pathOf(
          place,
          xs.map((z) => [z, parabola(z)] as const),
        )}
      />
      <circle cx={left} cy={top} r="5" fill="var(--line-1)" />
      <circle cx={aim} cy={vertex} r="5" fill="var(--line-2)" />
    </g>
  );
};

/** A function and its parabola at a point, with the step to the vertex. */
export const NewtonParabola = defineComponent({
  name: "NewtonParabola",
  setup: () => {
    const x = ref(2);
    const text = computed(() => said(x.value));
    return () => (
      <figure class="picture">
        <Plane x={across} y={up} label={text.value}>
          {{ default: ({ place }: { place: Place }) => drawn(x.value, place) }}
        </Plane>
        <Slider
          label="x"
          value={x.value}
          from={-2.2}
          to={2.2}
          step={0.05}
          onChange={(to) => (x.value = to)}
        />
        <p role="status">{text.value}</p>
        <figcaption>
          x⁴/4 − x², and the parabola with the same value, slope and curvature at x. Newton's step
          goes to its vertex. Move x towards 0.8: the parabola becomes flat and the step long. Move
          it further: the curvature is negative, and the step goes uphill, to the maximum.
        </figcaption>
      </figure>
    );
  },
});
