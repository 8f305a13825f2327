import {
  type Container,
  DomainError,
  isValue,
  leavesOf,
  notAValue,
  pow,
  type Shape,
  shapeOf,
  sizeOf,
} from "@jacobian/core";
import { entriesOf } from "../../formula/lift.ts";
import { Call, Constant, type Formula, Named, Variable } from "../../formula/formula.ts";
import { mapGraph } from "../../formula/graph.ts";
import { erased } from "../../formula/rule.ts";
import { powerTex } from "./arithmetic.ts";
import { settings } from "./functions.ts";
import { nameTex, numberTex } from "./symbols.ts";
import { atomOf, listed, type Tex } from "./tex.ts";

/** Longer texts are no longer read by anybody, and soon no strings. */
const longest = 2 ** 26;

/** Letters of a name that have a meaning in LaTeX, without it. */
const plain = (name: string): string =>
  name.replace(/[^\p{L}\p{N} ]/gu, (c) => (c === "_" ? "\\_" : ""));

const settingOf = () => {
  const table = settings();
  return (call: Call, operands: readonly Tex[]): Tex => {
    const { rule, s } = call;
    const [x, y] = call.operands;
    if (rule === erased(pow.rule) && y instanceof Constant && typeof y.exact === "object" && x) {
      return powerTex(operands[0]!, y.exact);
    }
    const setting = table.get(rule);
    if (setting !== undefined) return setting(operands, s);
    const statics = typeof s === "number" ? [atomOf(String(s))] : [];
    return listed(`\\operatorname{${plain(rule.name)}}`, ...operands, ...statics);
  };
};

const printed = (formulas: readonly Formula[]): readonly string[] => {
  const setting = settingOf();
  return mapGraph<Tex>(formulas, (formula, operands) => {
    if (formula instanceof Variable || formula instanceof Named) return nameTex(formula.name);
    if (formula instanceof Constant) return numberTex(formula.exact);
    if (!(formula instanceof Call)) throw notAValue("toLatex", formula);
    const tex = setting(formula, operands);
    if (tex.text.length <= longest) return tex;
    throw new DomainError(
      `toLatex: expected a formula that can be written out, got one of more than ${longest} characters; print its common parts one by one`,
    );
  }).map(({ text }) => text);
};

/** A scalar as it is, a vector as a column, a matrix in parentheses. */
const arranged = ([rows, cols = 1]: Shape, entries: readonly string[]): string => {
  if (rows === undefined) return entries[0]!;
  const lines = Array.from({ length: rows }, (_, i) =>
    entries.slice(i * cols, (i + 1) * cols).join(" & "),
  );
  return `\\begin{pmatrix} ${lines.join(" \\\\ ")} \\end{pmatrix}`;
};

/**
 * A formula as LaTeX, as a textbook would set it: fractions, roots, sin² x, a dot only between digits; a
 * vector as a column, a matrix in parentheses, the formulas of a list or object one below the other. (It needs amsmath,
 * which MathJax and KaTeX have.)
 * @throws DomainError for what would not fit into a text; OperatorError for what is no value.
 * @example
 * const [r, theta] = symbols("r theta");
 * toLatex(div(mul(r, square(sin(theta))), 2)); // "\\frac{r \\sin^{2} \\theta}{2}"
 */
export const toLatex = (x: Container): string => {
  const leaves = leavesOf("toLatex", x);
  const entries = printed(leaves.flatMap(entriesOf));
  let start = 0;
  const lines = leaves.map((leaf) => {
    const shape = shapeOf(leaf);
    return arranged(shape, entries.slice(start, (start += sizeOf(shape))));
  });
  if (isValue(x)) return lines[0]!;
  return `\\begin{gathered} ${lines.join(" \\\\ ")} \\end{gathered}`;
};
