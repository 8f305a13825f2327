import { Element, type Shape } from "@jacobian/core";
import { toText } from "../print/text.ts";
import { formulas } from "./algebra.ts";
import type { Formula } from "./formula.ts";

/** A vector or matrix of formulas, entries row by row. */
export class FormulaArray<Rank extends 1 | 2 = 1 | 2> extends Element<Rank> {
  readonly algebra = formulas;
  constructor(
    readonly shape: Shape,
    readonly entries: readonly Formula[],
  ) {
    super();
  }

  protected entry(i: number): Formula {
    return this.entries[i]!;
  }

  toString(): string {
    return toText(this);
  }
}
