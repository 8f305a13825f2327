import { type Matrix, norm2 } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import { matmul, transpose } from "@jacobian/linalg";
import * as tape from "@jacobian/tape";
import { hessian } from "jacobian";
import { relativeDifference } from "./agreement.ts";
import { residualsOf } from "./fit-stop.ts";
import {
  gaussNewton,
  halfSquares,
  type Iterate,
  newton,
  type Path,
  type Residuals,
} from "./least-squares.ts";
import type { Model } from "./models.ts";
import type { Regression } from "./nist-file.ts";
import { type Report, short } from "./report.ts";

/** Second derivatives of a fit: is the point stationary, and what is the curvature good for? */
export const hessianStop = (report: Report, model: Model, problem: Regression): void => {
  const f = residualsOf(model, problem);
  const path = gaussNewton(f, problem.starts[1]);
  report.stop(`The Hessian H of ½‖r‖² at the fit of ${model.name}`);
  curvature(report, f, path.last);
  quadratic(report, f, path);
};

const curvature = (report: Report, f: Residuals, here: Iterate): void => {
  const { b, jacobian: J } = here;
  const objective = halfSquares(f);
  const H = hessian(objective)(b);
  const differ = (A: Matrix, B: Matrix) => relativeDifference(unitless(A, here), unitless(B, here));
  report.print(`H = ${H.toString()}`);
  const share = differ(matmul(transpose(J), J), H);
  report.print(
    `Gauss–Newton takes JᵀJ for H: with unitless parameters they differ by ${short(share)}.`,
  );
  report.print("");
  const forwardOverReverse = dual.jacobian(tape.gradient(objective))(b);
  const reverseOverForward = tape.jacobian(dual.gradient(objective))(b);
  report.atMost(1e-10, "gradient: the largest cosine between r and a column of J", steepest(here));
  report.atMost(
    1e-12,
    "H by forward over reverse against reverse over forward",
    differ(forwardOverReverse, reverseOverForward),
  );
  report.atMost(1e-12, "H against its transpose", differ(H, transpose(H)));
};

/** The gradient's entries over ‖r‖ and the lengths of J's columns. */
const steepest = ({ gradient, residuals, jacobian }: Iterate): number => {
  const lengths = norm2(jacobian, "columns");
  const cosines = gradient.map((g, j) => g / ((lengths[j] ?? NaN) * norm2(residuals)));
  return Math.max(...cosines.map(Math.abs));
};

/** Entries over the lengths of J's columns: what remains compares across parameters of any unit. */
const unitless = (A: Matrix, { jacobian }: Iterate): Float64Array => {
  const lengths = norm2(jacobian, "columns");
  const length = (j: number) => lengths[j] ?? NaN;
  return A.data.map((a, k) => a / length(Math.floor(k / A.cols)) / length(k % A.cols));
};

const near = 0.1;

/** Newton's method with H, from where Gauss–Newton came near: the digits double at each step. */
const quadratic = (report: Report, f: Residuals, { iterates, last: end }: Path): void => {
  const from = iterates.findIndex(({ offset }) => offset < near);
  const slow = iterates.slice(from);
  const { iterates: fast, last } = newton(f, slow[0]?.b ?? end.b);
  report.print("", `Newton's method with H, from step ${from} of Gauss–Newton; offsets:`);
  report.table(["Newton", ...offsets(fast)], ["Gauss–Newton", ...offsets(slow)]);
  report.print(`Steps to the end: ${fast.length - 1} against ${slow.length - 1}.`, "");
  const apart = Array.from(end.b, (b, j) => relativeDifference([last.b[j] ?? NaN], [b]));
  report.atMost(1e-8, "their answers against each other", Math.max(...apart));
};

const offsets = (iterates: readonly Iterate[]): string[] =>
  iterates.slice(0, 7).map(({ offset }) => offset.toExponential(0));
