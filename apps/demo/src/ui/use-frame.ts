import { useState } from "react";
import type { Pair } from "../app/fields.ts";
import type { Box } from "./plane.tsx";

const margin = 0.5;

const framing = (points: readonly Pair[]): Box => {
  const range = (k: 0 | 1): Pair => {
    const values = points.map((point) => point[k]);
    return [Math.min(...values) - margin, Math.max(...values) + margin];
  };
  return { x: range(0), y: range(1) };
};

const holds = ({ x, y }: Box, points: readonly Pair[]): boolean =>
  points.every(([px, py]) => px >= x[0] && px <= x[1] && py >= y[0] && py <= y[1]);

const isFinite = (point: Pair): boolean => point.every(Number.isFinite);

/** A part of the plane that holds some points: it stays while they move in it. No plane holds one that is not finite. */
export const useFrame = (about: unknown, all: readonly Pair[]): Box => {
  const points = all.filter(isFinite);
  const [frame, setFrame] = useState({ about, box: framing(points) });
  if (frame.about === about && holds(frame.box, points)) return frame.box;
  const next = { about, box: framing(points) };
  setFrame(next);
  return next.box;
};

/** A square of twice the size, which fills a picture of any shape. */
export const beyond = ({ x, y }: Box): Box => {
  const reach = Math.max(x[1] - x[0], y[1] - y[0]);
  const around = ([from, to]: Pair): Pair => [(from + to) / 2 - reach, (from + to) / 2 + reach];
  return { x: around(x), y: around(y) };
};
