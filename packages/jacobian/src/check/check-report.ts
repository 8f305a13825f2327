import { describe } from "@jacobian/core";
import type { TaylorTest } from "../linear/taylor-test.ts";
import type { Compared, Disagreement } from "./compared.ts";
import type { Suspect } from "./suspects.ts";
import { printedAsText } from "../printed.ts";

const verdicts = /*#__PURE__*/ new Map([
  [true, "agrees"],
  [false, "DIFFERS"],
]);

/** Cells below each other. */
const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  return rows.map((row) =>
    `  ${row.map((cell, k) => cell.padEnd(widths[k]!)).join("  ")}`.trimEnd(),
  );
};

interface Findings {
  /** Entries of the output, entries of the input. */
  readonly shape: readonly [rows: number, cols: number];
  readonly roads: readonly Compared[];
  /** Whether all entries of the value and of the Jacobian are finite. */
  readonly isFinite: boolean;
  /** The first entry on which two roads do not agree; undefined if all do. */
  readonly disagreement: Disagreement | undefined;
  /** How the remainder of the linear approximation vanishes; undefined at a kink, and where not all is finite. */
  readonly taylor: TaylorTest | undefined;
  /** The primitive that is to blame, if one is found. */
  readonly culprit: Suspect | undefined;
}

/** What `check` found: each road to the Jacobian beside the others. */
export class CheckReport implements Findings {
  readonly shape: Findings["shape"];
  readonly roads: Findings["roads"];
  readonly isFinite: boolean;
  readonly disagreement: Findings["disagreement"];
  readonly taylor: Findings["taylor"];
  readonly culprit: Findings["culprit"];

  constructor(findings: Findings) {
    ({
      shape: this.shape,
      roads: this.roads,
      isFinite: this.isFinite,
      disagreement: this.disagreement,
      taylor: this.taylor,
      culprit: this.culprit,
    } = findings);
    printedAsText(this);
  }

  /** Whether all is finite, and all that could be compared agrees. */
  get ok(): boolean {
    const agree = this.roads.every(({ agrees }) => agrees !== false);
    const isSame = agree && this.disagreement === undefined && this.taylor?.agrees !== false;
    return this.isFinite && isSame;
  }

  toString(): string {
    const { roads, taylor, disagreement, culprit } = this;
    const lines = roads.map(({ road, difference, agrees, note }) => [
      road,
      difference === undefined ? "" : difference.toExponential(1),
      agrees === undefined ? "" : verdicts.get(agrees)!,
      note,
    ]);
    if (taylor !== undefined) {
      const order = taylor.exact ? "exact" : `order ${taylor.order.toFixed(2)}`;
      lines.push(["taylorTest", order, verdicts.get(taylor.agrees)!, ""]);
    }
    return [
      `check: ${this.verdict()}`,
      ...table([["road", "difference", "", ""], ...lines]),
      ...(disagreement === undefined ? [] : [entryLine(disagreement)]),
      ...(culprit === undefined ? [] : [culpritLine(culprit)]),
    ].join("\n");
  }

  private verdict(): string {
    const J = `the ${this.shape[0]}×${this.shape[1]} Jacobian`;
    if (this.ok) return `all roads to ${J} agree`;
    return this.isFinite ? `the roads differ on ${J}` : `f or ${J} is not finite here`;
  }
}

const entryLine = ({ output, input, values }: Disagreement): string => {
  const said = Object.entries(values).map(([road, x]) => `${road} ${describe(x)}`);
  return `  first at ∂(output ${output})/∂(input ${input}): ${said.join(", ")}`;
};

const culpritLine = ({ primitive, finding, location }: Suspect): string => {
  const where = location === undefined ? "" : `, at ${location}`;
  return `  responsible: ${primitive}: ${finding}${where}`;
};
