/** Steps that people count in: 1, 2 or 5 times a power of ten, and at least so large. */
export const stepOf = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return step * power;
};

/** More than this is no axis but a mistake. */
const most = 400;

/** The multiples of a step in a range; none where a plane has no scale, so that its step has no end. */
export const ticksIn = ([from, to]: readonly [number, number], step: number): readonly number[] => {
  if (!Number.isFinite(step)) return [];
  const first = Math.ceil(from / step);
  const count = Math.min(most, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, k) => (first + k) * step);
};
