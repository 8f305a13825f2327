import { useState } from "react";
import type { Pair } from "../app/fields.ts";
import type { Box } from "./plane.tsx";

const reach = 3;

/** The plane around a point. */
const boxAround = ([x, y]: Pair): Box => ({
  x: [Math.floor(x) - reach, Math.floor(x) + 1 + reach],
  y: [Math.floor(y) - reach, Math.floor(y) + 1 + reach],
});

const isNear = ({ x, y }: Box, at: Pair): boolean =>
  [x, y].every(([from, to], k) => at[k]! >= from - reach && at[k]! <= to + reach);

/** The part of the plane that is shown: it stays while the point moves, unless the point leaves it. */
export const useHome = (model: unknown, at: Pair): Box => {
  const [home, setHome] = useState({ model, box: boxAround(at) });
  if (home.model === model && isNear(home.box, at)) return home.box;
  const next = { model, box: boxAround(at) };
  setHome(next);
  return next.box;
};
