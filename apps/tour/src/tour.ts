import { join } from "node:path";
import { parseObservation } from "./camera-file.ts";
import { cameraStop } from "./camera-stop.ts";
import { fitStop } from "./fit-stop.ts";
import { hessianStop } from "./hessian-stop.ts";
import { misra1a, type Model, thurber } from "./models.ts";
import { parseRegression } from "./nist-file.ts";
import { polarStop } from "./polar-stop.ts";
import type { Report } from "./report.ts";
import { readSource } from "./source.ts";

/**
 * Reads all data first, so that a bad file is told before the tour begins; then walks the stops.
 * @throws DataError for a file that is missing or malformed.
 */
export const tour = (folder: string, report: Report): void => {
  const read = (file: string) => readSource(join(folder, file));
  const observation = parseObservation(read("ba-camera.txt"));
  const fits = [misra1a, thurber].map(
    (model: Model) => [model, parseRegression(read(`${model.name}.dat`), model)] as const,
  );
  polarStop(report);
  cameraStop(report, observation);
  for (const [model, problem] of fits) fitStop(report, model, problem);
  for (const [model, problem] of fits) hessianStop(report, model, problem);
};
