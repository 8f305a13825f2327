/** (b − a) × (c − a): above 0 for a turn to the left. */
const turn = (a: Float64Array, b: Float64Array, c: Float64Array): number =>
  (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);

const chain = (points: readonly Float64Array[]): readonly Float64Array[] => {
  const corners: Float64Array[] = [];
  for (const point of points) {
    while (corners.length > 1 && turn(corners.at(-2)!, corners.at(-1)!, point) <= 0) corners.pop();
    corners.push(point);
  }
  return corners.slice(0, -1);
};

/** The corners of the convex hull of points in the plane, anticlockwise from the leftmost (Andrew 1979). */
export const polygonOf = (points: readonly Float64Array[]): readonly Float64Array[] => {
  const sorted = [...points].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
  return [...chain(sorted), ...chain([...sorted].reverse())];
};
