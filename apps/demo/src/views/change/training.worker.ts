import { standardNormal, transformed } from "@jacobian/flows";
import type { Matrix } from "jacobian";
import type { Command, Progress } from "./progress.ts";
import { gridOfNormal, lineLength } from "./progress.ts";
import { pointCount, steps, training, twoMoons } from "./training.ts";

/** Steps between two pictures, and between two looks at what the page says. */
const slice = 5;

const data = twoMoons(pointCount, 0.1);
const grid = gridOfNormal();
const { step, map } = training(data);
const losses: number[] = [];
let isRunning = false;

const report = (): void => {
  const flow = map();
  const samples = transformed(standardNormal(2), flow).sample(pointCount, { seed: 5 }) as Matrix;
  const progress: Progress = {
    losses,
    data: data.data,
    samples: samples.data,
    grid: (flow.forward(grid) as Matrix).data,
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
