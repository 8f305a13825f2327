import {
  abs,
  diagonalMatrix,
  div,
  lstsq,
  matmul,
  matrix,
  max,
  mul,
  sqrt,
  sub,
  type Matrix,
} from "jacobian";
import { computed, defineComponent, ref } from "vue";
import { pathOf, type Place, Plane, type Range } from "../../src/components/plane.tsx";
import { Slider } from "../../src/components/slider.tsx";

const [across, up]: readonly [Range, Range] = [
  [-0.6, 7.6],
  [-2, 12],
];

/** Measurements near 1 + x; the sixth is the reader's. */
const xs = [0, 1, 2, 3, 4, 5, 6, 7];
const measured = [1.2, 1.8, 3.1, 4.2, 4.8, 6, 7.1, 7.9];
const moved = 5;

const J: Matrix = matrix(xs.map((x) => [1, x]));

const withMoved = (y: number): Float64Array =>
  Float64Array.from(measured, (each, k) => (k === moved ? y : each));

/** Huber's fit: each measurement weighs min(1, δ/|r|), again and again. */
const robust = (ys: Float64Array): Float64Array => {
  let p = lstsq(J, ys);
  for (let k = 0; k < 40; k++) {
    const root = sqrt(div(0.3, max(abs(sub(matmul(J, p), ys)), 0.3)));
    p = lstsq(matmul(diagonalMatrix(root), J), mul(root, ys));
  }
  return p;
};

const fitsFor = (y: number) => {
  const ys = withMoved(y);
  return { ys, squares: lstsq(J, ys), huber: robust(ys) };
};

type Fits = ReturnType<typeof fitsFor>;

const formula = ([a = NaN, b = NaN]: Float64Array): string => `${a.toFixed(2)} + ${b.toFixed(2)} x`;

const said = ({ squares, huber }: Fits): string =>
  `Least squares: ${formula(squares)}. Huber's loss: ${formula(huber)}.`;

const line = (place: Place, [a = NaN, b = NaN]: Float64Array): string =>
  pathOf(
    place,
    across.map((x) => [x, a + b * x] as const),
  );

const drawn = ({ ys, squares, huber }: Fits, place: Place) => (
  <g>
    <path class="line-2" d={line(place, squares)} />
    <path class="line-1" d={line(place, huber)} />
    {xs.map((x, k) => {
      const [left, top] = place(x, ys[k]!);
      return (
        <circle
          cx={left}
          cy={top}
          r={k === moved ? 7 : 4}
          fill={k === moved ? "var(--line-3)" : "var(--vp-c-text-1)"}
        />
      );
    })}
  </g>
);

/** A line through measurements, one of which goes astray, by two losses. */
export const OneGoesAstray = defineComponent({
  name: "OneGoesAstray",
  setup: () => {
    const y = ref(11);
    const fits = computed(() => fitsFor(y.value));
    return () => (
      <figure class="picture">
        <Plane x={across} y={up} label={said(fits.value)}>
          {{ default: ({ place }: { place: Place }) => drawn(fits.value, place) }}
        </Plane>
        <Slider
          label="the sixth measurement"
          value={y.value}
          from={-1.5}
          to={11.5}
          step={0.1}
          onChange={(to) => (y.value = to)}
        />
        <p role="status">{said(fits.value)}</p>
        <figcaption>
          Eight measurements and two lines: in red that of least squares, in blue that of Huber's
          loss. Move the green point. Its residual counts squared for the red line, which follows it
          all the way; on the blue line it pulls with a bounded force.
        </figcaption>
      </figure>
    );
  },
});
