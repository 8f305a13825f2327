import { sub } from "@jacobian/core";
import { correctDigits } from "./agreement.ts";
import { gaussNewton, type Path, type Residuals, tolerance } from "./least-squares.ts";
import type { Model } from "./models.ts";
import type { Regression } from "./nist-file.ts";
import { standardErrors } from "./normal-equations.ts";
import { long, type Report, short } from "./report.ts";

const digits = 8;

/** model(b, x) − y as a function of the parameters b. */
export const residualsOf =
  ({ predict }: Model, { x, y }: Regression): Residuals =>
  (b) =>
    sub(predict(b, x), y);

/** A measured data set, fitted from both of NIST's starting points, beside the certified answer. */
export const fitStop = (report: Report, model: Model, problem: Regression): void => {
  const { name, parameters } = model;
  report.stop(`NIST ${name}: ${parameters} parameters fitted to ${problem.x.length} measurements`);
  report.print("By Gauss–Newton with exact Jacobians, from both of NIST's starting points.");
  for (const start of problem.starts) {
    const path = gaussNewton(residualsOf(model, problem), start);
    report.print("", `From (${start.join(", ")}), ${path.iterates.length - 1} steps:`);
    report.table(...progress(path));
    report.print("");
    answer(report, problem, path);
  }
};

const shown = 4;

/** The sum of squares at the first steps and at the last. */
const progress = ({ iterates }: Path): string[][] => {
  const rows = iterates.map(({ sumOfSquares, offset }, k) => [
    `step ${k}`,
    long(sumOfSquares),
    short(offset),
  ]);
  const middle = rows.length > 2 * shown ? [["…", "…", "…"]] : [];
  return [
    ["", "sum of squares", "relative offset"],
    ...rows.slice(0, shown),
    ...middle,
    ...rows.slice(Math.max(shown, rows.length - shown)),
  ];
};

interface Compared {
  readonly name: string;
  readonly computed: number;
  readonly certified: number;
}

/** Everything that NIST certifies, beside what was computed, and how many digits are the same. */
const answer = (report: Report, problem: Regression, { last }: Path): void => {
  const compared = comparisons(problem, last.b, standardErrors(last.jacobian, last.residuals));
  compared.push({
    name: "sum of squares",
    computed: last.sumOfSquares,
    certified: problem.certified.sumOfSquares,
  });
  const correct = compared.map(({ computed, certified }) => correctDigits(computed, certified));
  report.table(
    ["", "computed", "certified", "correct digits"],
    ...compared.map(({ name, computed, certified }, i) => [
      name,
      long(computed),
      long(certified),
      (correct[i] ?? NaN).toFixed(1),
    ]),
  );
  report.print("");
  report.atMost(tolerance, "relative offset at the end", last.offset);
  report.atLeast(digits, "fewest correct digits", Math.min(...correct));
};

const comparisons = (
  { parameters, certified }: Regression,
  b: Float64Array,
  errors: Float64Array,
): Compared[] => [
  ...parameters.map((name, j) => compare(name, j, b, certified.parameters)),
  ...parameters.map((name, j) =>
    compare(`standard error of ${name}`, j, errors, certified.standardErrors),
  ),
];

const compare = (name: string, j: number, x: Float64Array, certified: Float64Array): Compared => ({
  name,
  computed: x[j] ?? NaN,
  certified: certified[j] ?? NaN,
});
