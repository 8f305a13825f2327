import { type Matrix, value } from "@jacobian/core";
import { jacobian as forward, jvp } from "@jacobian/dual";
import { jacobian as reverse, vjp } from "@jacobian/tape";
import { relativeDifference } from "./agreement.ts";
import { reprojectionError } from "./bundle-adjustment.ts";
import type { Observation } from "./camera-file.ts";
import { plain, type Report } from "./report.ts";
import { entries, mapView, type View } from "./view.ts";

type Pair = readonly [number, number];

/** A real camera: its error in the image as a function of 15 numbers, and the derivatives of it. */
export const cameraStop = (report: Report, observation: Observation): void => {
  const { view, feature } = observation;
  const f = reprojectionError(feature);
  const [u, v] = f(view);
  const error = [value(u), value(v)] as const;
  report.stop("Bundle adjustment: one camera, one point, and where its image was measured");
  report.print(`Weighted reprojection error (u, v): (${error.map(plain).join(", ")}) pixels.`);
  jacobians(report, observation, error);
  products(report, observation, error);
};

/** The whole matrix: by two engines, and by GradBench. */
const jacobians = (report: Report, observation: Observation, error: Pair): void => {
  const { view, feature } = observation;
  const f = reprojectionError(feature);
  const [columns, rows] = [forward(f)(view), reverse(f)(view)];
  report.print("Its 2×15 Jacobian, an input to a line:", "");
  report.table(...table(view, columns));
  report.print("");
  const expected = observation.jacobian;
  report.atMost(1e-12, "forward against reverse mode", relativeDifference(columns.data, rows.data));
  report.atMost(
    1e-12,
    "Jacobian against GradBench's",
    relativeDifference(columns.data, expected.data),
  );
  // A tenth of a pixel between positions of hundreds of pixels: four digits are lost to cancellation.
  report.atMost(1e-11, "error against GradBench's", relativeDifference(error, observation.error));
};

const table = (view: View<number>, J: Matrix): string[][] => {
  const names = Object.entries(view).flatMap(([name, x]) =>
    typeof x === "number" ? name : x.map((_, i) => `${name} ${i + 1}`),
  );
  const inputs = entries(view);
  const row = (name: string, j: number) => [
    name,
    plain(inputs[j] ?? NaN),
    plain(J.at(0, j)),
    plain(J.at(1, j)),
  ];
  return [["input", "value", "∂u", "∂v"], ...names.map(row)];
};

/** Columns and rows without the matrix: what one step does, and what one error is owed to. */
const products = (report: Report, { view, feature }: Observation, error: Pair): void => {
  const f = reprojectionError(feature);
  const direction = mapView(view, (x) => x / 100);
  const { tangent } = jvp(f)(view, direction);
  const { cotangent } = vjp(f)(view, error);
  report.print("", "One JVP: if every input grows by 1 %, the error changes at first by Jv =");
  report.print(`  (${tangent.map(plain).join(", ")})`);
  report.print("One VJP: half the squared error has, by the camera's centre, the gradient Jᵀe =");
  report.print(`  (${cotangent.centre.map(plain).join(", ")})`, "");
  const [above, below] = [dot(error, tangent), dot(entries(cotangent), entries(direction))];
  report.print(`⟨e, Jv⟩ = ${plain(above)} and ⟨Jᵀe, v⟩ = ${plain(below)} are the same number:`);
  report.atMost(1e-12, "one against the other", relativeDifference([above], [below]));
};

const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((total, xi, i) => total + xi * (y[i] ?? NaN), 0);
