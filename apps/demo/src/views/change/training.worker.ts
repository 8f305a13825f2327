import { standardNormal, transformed } from "@jacobian/flows";
import type { Matrix } from "jacobian";
import { beginning, flowMap, moons } from "./moons.ts";
import type { Command, Progress } from "./progress.ts";
import { gridOfNormal, lineLength, pointCount, steps } from "./progress.ts";

/** Steps between two pictures, and between two looks at what the page says. */
const slice = 5;

const grid = gridOfNormal();
const { step, parameters } = beginning();
const losses: number[] = [];
let isRunning = false;

const report = (): void => {
  const map = flowMap(parameters());
  // Plain parameters give plain points.
  const samples = transformed(standardNormal(2), map).sample(pointCount, { seed: 5 }) as Matrix;
  const progress: Progress = {
    losses,
    data: moons.data,
    samples: samples.data,
    grid: (map.forward(grid) as Matrix).data,
    lineLength,
    isDone: losses.length >= steps,
    isResting: !isRunning,
  };
  postMessage(progress);
};

const run = (): void => {
  if (!isRunning || losses.length >= steps) return;
  for (let k = 0; k < slice; k++) losses.push(step());
  report();
  setTimeout(run);
};

addEventListener("message", ({ data: command }: MessageEvent<Command>) => {
  const wasRunning = isRunning;
  isRunning = command === "run";
  if (isRunning && !wasRunning) run();
  if (!isRunning) report();
});
report();
