import { det } from "jacobian";
import type { Sample } from "./model.ts";

export const determinantOf = (sample: Sample | undefined): number | undefined =>
  sample === undefined ? undefined : det(sample.jacobian);
