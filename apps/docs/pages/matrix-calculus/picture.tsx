import { DomainError, eigvalsh, jvp, matrix, type Matrix, type MatrixValue } from "jacobian";
import { computed, defineComponent, ref } from "vue";

/** S(t), and its derivative by t. */
const family = (t: number, gap: number): Matrix =>
  matrix([
    [t, gap],
    [gap, -t],
  ]);
const direction = family(1, 0);

/** The slopes of both eigenvalues; undefined where they meet. */
const slopesAt = (t: number, gap: number): Float64Array | undefined => {
  try {
    return jvp((S: MatrixValue) => eigvalsh(S))(family(t, gap), direction).tangent;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
};

const [width, height, scale] = [320, 240, 100];
const place = (t: number, y: number): string =>
  `${(width / 2 + scale * t).toFixed(1)},${(height / 2 - scale * y).toFixed(1)}`;

const ts = Array.from({ length: 121 }, (_, k) => (k - 60) / 40);
const curve = (gap: number, which: number): string =>
  ts.map((t) => place(t, eigvalsh(family(t, gap))[which]!)).join(" ");

const tangent = (t: number, y: number, slope: number): string =>
  [-0.4, 0.4].map((h) => place(t + h, y + slope * h)).join(" ");

const Picture = (t: number, gap: number) => {
  const values = eigvalsh(family(t, gap));
  const slopes = slopesAt(t, gap);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Eigenvalues over t" width="100%">
      <polyline points={`${place(-1.6, 0)} ${place(1.6, 0)}`} stroke="var(--vp-c-divider)" />
      {[0, 1].map((which) => (
        <g fill="none" stroke-width="2">
          <polyline points={curve(gap, which)} stroke="var(--vp-c-text-2)" />
          {slopes && (
            <polyline
              points={tangent(t, values[which]!, slopes[which]!)}
              stroke="var(--vp-c-brand-1)"
              stroke-width="3"
            />
          )}
          <circle
            cx={width / 2 + scale * t}
            cy={height / 2 - scale * values[which]!}
            r="4"
            fill="var(--vp-c-brand-1)"
          />
        </g>
      ))}
    </svg>
  );
};

const said = (t: number, gap: number): string => {
  const slopes = slopesAt(t, gap);
  if (!slopes) return "The eigenvalues meet: there is no derivative.";
  const [low, high] = Array.from(slopes, (slope) => slope.toFixed(2));
  return `Slopes ${low} and ${high}. The eigenvectors turn by ${(gap / (2 * (t * t + gap * gap))).toFixed(2)} per unit of t.`;
};

/** Two eigenvalues of a family of matrices, which approach and avoid each other. */
export const AvoidedCrossing = defineComponent({
  name: "AvoidedCrossing",
  setup: () => {
    const t = ref(0.5);
    const gap = ref(0.2);
    const text = computed(() => said(t.value, gap.value));
    const slider = (label: string, value: typeof t, min: number) => (
      <label style="display: flex; gap: 0.5rem; align-items: center">
        <span style="min-width: 5rem">
          {label} = {value.value.toFixed(2)}
        </span>
        <input
          type="range"
          style="flex: 1; min-width: 0"
          min={min}
          max={1}
          step={0.05}
          value={value.value}
          onInput={({ target }) => {
            if (target instanceof HTMLInputElement) value.value = target.valueAsNumber;
          }}
        />
      </label>
    );
    return () => (
      <figure class="picture" style="max-width: 32rem">
        {Picture(t.value, gap.value)}
        {slider("t", t, -1)}
        {slider("c", gap, 0)}
        <p role="status">{text.value}</p>
        <figcaption>
          The eigenvalues of the matrix with the rows (t, c) and (c, −t), and their tangents. Move t
          through 0: the curves turn away from each other. Lower c: they turn more sharply, until at
          c = 0 they cross, and at t = 0 both have a kink.
        </figcaption>
      </figure>
    );
  },
});
