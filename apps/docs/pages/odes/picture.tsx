import { mul, odeSensitivity, type Scalars, sub } from "jacobian";
import { computed, defineComponent, type Ref, ref } from "vue";

/** Prey and predators (Lotka & Volterra). */
const field = (_t: number, [x, y]: Scalars<2>, [a, b]: Scalars<2>) => [
  sub(x, mul(a, mul(x, y))),
  sub(mul(b, mul(x, y)), y),
];
const solve = odeSensitivity(field, { steps: 6 });
const start = [1, 0.5] as const;
const times = Array.from({ length: 81 }, (_, k) => k / 10);

const [width, height, scale] = [340, 260, 36];
const place = (x: number, y: number): string =>
  `${(20 + scale * x).toFixed(1)},${(height - 20 - scale * y).toFixed(1)}`;

const labels = ["a", "b"] as const;
const colours = ["var(--vp-c-danger-1)", "var(--vp-c-brand-1)"] as const;

const drawn = (a: number, b: number, T: number) => {
  const { states, byParameters } = solve(start, [a, b], times);
  const end = Math.round(10 * T);
  const [x, y] = states[end]!;
  const J = byParameters[end]!;
  const arrows = [0, 1].map((j) => [J.at(0, j), J.at(1, j)] as const);
  const path = states.map(([u, v]) => place(u, v)).join(" ");
  const said = arrows.map(([u, v], j) => `by ${labels[j]!} (${u.toFixed(2)}, ${v.toFixed(2)})`);
  return { x, y, arrows, path, text: `At t = ${T.toFixed(1)}: ${said.join(", ")}.` };
};

const slider = (label: string, value: Ref<number>, min: number, max: number) => (
  <label style="display: flex; gap: 0.5rem; align-items: center">
    <span style="min-width: 5rem">
      {label} = {value.value.toFixed(2)}
    </span>
    <input
      type="range"
      style="flex: 1; min-width: 0"
      min={min}
      max={max}
      step={0.05}
      value={value.value}
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement) value.value = target.valueAsNumber;
      }}
    />
  </label>
);

/** A trajectory, and how its points move if a parameter does. */
export const PredatorsAndPrey = defineComponent({
  name: "PredatorsAndPrey",
  setup: () => {
    const [a, b, T] = [ref(0.8), ref(0.4), ref(2)];
    const picture = computed(() => drawn(a.value, b.value, T.value));
    return () => {
      const { x, y, arrows, path, text } = picture.value;
      return (
        <figure class="picture" style="max-width: 34rem">
          <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text} width="100%">
            <g fill="none" stroke="var(--vp-c-divider)">
              <polyline points={`${place(0, 6.5)} ${place(0, 0)} ${place(8.5, 0)}`} />
              <polyline points={path} stroke="var(--vp-c-text-2)" stroke-width="2" />
              {arrows.map(([u, v], j) => (
                <polyline
                  points={`${place(x, y)} ${place(x + 0.3 * u, y + 0.3 * v)}`}
                  stroke={colours[j]}
                  stroke-width={j === 0 ? 4 : 2}
                />
              ))}
            </g>
            <circle
              cx={20 + scale * x}
              cy={height - 20 - scale * y}
              r="4"
              fill="var(--vp-c-text-1)"
            />
          </svg>
          {slider("t", T, 0, 8)}
          {slider("a", a, 0.5, 1.2)}
          {slider("b", b, 0.25, 0.8)}
          <p role="status">{text}</p>
          <figcaption>
            Prey to the right, predators upwards. From the point at time t stand the sensitivities
            of the state: to a (thick) and to b (thin), 0.3 of their length. Move t: they begin at 0
            and grow. Then move a or b: the point goes where its arrow said.
          </figcaption>
        </figure>
      );
    };
  },
});
