import { computed, defineComponent, type PropType } from "vue";

/** From and to, on one axis. */
export type Range = readonly [from: number, to: number];

/** Where a point of the plane is drawn. */
export type Place = (x: number, y: number) => readonly [left: number, top: number];

const width = 480;

/** Steps of 1, 2 or 5 times a power of ten, about six of them. */
const ticksOf = ([from, to]: Range): readonly number[] => {
  const rough = (to - from) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
};

/** A line through points of the plane, as the `d` of a path. Points that are not finite part it. */
export const pathOf = (place: Place, points: Iterable<readonly [x: number, y: number]>): string => {
  let pen = "M";
  let path = "";
  for (const [x, y] of points) {
    const [left, top] = place(x, y);
    if (Number.isFinite(left) && Number.isFinite(top)) {
      path += `${pen}${left.toFixed(2)} ${top.toFixed(2)}`;
      pen = "L";
    } else pen = "M";
  }
  return path;
};

/**
 * A coordinate plane with its axes and ticks, in which a picture draws: its slot is handed `place`.
 * Lines of the picture are coloured by the classes `line-1` to `line-4`.
 */
export const Plane = defineComponent({
  name: "CoordinatePlane",
  props: {
    // Vue knows a list of numbers only as an Array.
    x: { type: Array as unknown as PropType<Range>, required: true },
    y: { type: Array as unknown as PropType<Range>, required: true },
    /** What is to be seen, for those who do not see it. */
    label: { type: String, required: true },
    /** Height of the picture over its width. */
    ratio: { type: Number, default: 0.6 },
  },
  setup: (props, { slots }) => {
    const height = computed(() => width * props.ratio);
    const place: Place = (x, y) => [
      (width * (x - props.x[0])) / (props.x[1] - props.x[0]),
      (height.value * (props.y[1] - y)) / (props.y[1] - props.y[0]),
    ];
    const inside = (value: number, [from, to]: Range) => Math.min(to, Math.max(from, value));
    return () => {
      const [left, top] = place(inside(0, props.x), inside(0, props.y));
      return (
        <svg
          class="plane"
          role="img"
          aria-label={props.label}
          viewBox={`0 0 ${width} ${height.value}`}
        >
          <path class="axis" d={`M0 ${top}H${width}M${left} 0V${height.value}`} />
          {ticksOf(props.x).map((tick) => (
            <text class="tick" x={place(tick, 0)[0] + 3} y={Math.min(top + 14, height.value - 4)}>
              {tick}
            </text>
          ))}
          {ticksOf(props.y)
            .filter((tick) => tick !== 0)
            .map((tick) => (
              <text class="tick" x={Math.min(left + 4, width - 30)} y={place(0, tick)[1] - 3}>
                {tick}
              </text>
            ))}
          {slots["default"]?.({ place })}
        </svg>
      );
    };
  },
});
