import { cos, mul, type Scalars, sin } from "@jacobian/core";
import { jacobian as forward } from "@jacobian/dual";
import { jacobian as reverse } from "@jacobian/tape";
import { determinant } from "jacobian";
import { relativeDifference } from "./agreement.ts";
import { plain, type Report, short } from "./report.ts";

/** (r, θ) ↦ (x, y) */
const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;

const here = [2, 0.7] as const;
const radii = [0.5, 1, 2, 40];

/** The Jacobian by two engines, and its determinant, which textbooks say is r. */
export const polarStop = (report: Report): void => {
  report.stop("Polar coordinates: (r, θ) ↦ (r cos θ, r sin θ)");
  const [rows, columns] = [reverse(polar)(here), forward(polar)(here)];
  report.print(`At (${here.join(", ")}), by forward mode: ${columns.toString()}`);
  report.print(`and by reverse mode: ${rows.toString()}`);
  report.print("", "An area dr dθ is stretched by the determinant, which is r:");
  const determinants = radii.map((r) => determinant(polar)([r, here[1]]));
  report.table(
    ["r", ...radii.map(String)],
    ["determinant", ...determinants.map(plain)],
    ["off by", ...determinants.map((d, i) => short(d - (radii[i] ?? NaN)))],
  );
  report.print("");
  report.atMost(1e-12, "forward against reverse mode", relativeDifference(columns.data, rows.data));
  report.atMost(1e-12, "determinant against r", relativeDifference(determinants, radii));
};
