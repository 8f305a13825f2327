import { type Algebra, Element } from "@jacobian/core";
import { formulas } from "./algebra.ts";
import { toText } from "../print/text.ts";
import type { Rational } from "./rational.ts";
import type { Rule } from "./rule.ts";

let made = 0;

/** One for all: a formula is small. */
const scalar: readonly [] = [];

/**
 * A formula for a scalar: a constant, a variable, or a primitive applied to formulas. It is made once
 * (equal ones are one object) and never changes, so formulas are compared by `===`.
 */
export abstract class Formula extends Element<0> {
  get algebra(): Algebra {
    return formulas;
  }

  get shape(): readonly [] {
    return scalar;
  }

  /** Operands are made before what is made of them: by rising `order`, a graph is sorted topologically. */
  readonly order = made++;

  /** What it is made of; none of a constant or variable. */
  abstract readonly operands: readonly Formula[];

  toString(): string {
    return toText(this);
  }

  protected entry(): never {
    // Unreachable: core refuses to take entries of a scalar.
    throw new TypeError("a scalar has no entries");
  }
}

const none: readonly Formula[] = [];

/** An exact rational number, or what is none: ±∞, NaN. */
export class Constant extends Formula {
  readonly operands = none;
  constructor(readonly exact: Rational | number) {
    super();
  }
}

/** A number that has a name: pi. */
export class Named extends Formula {
  readonly operands = none;
  constructor(
    readonly name: string,
    readonly number: number,
  ) {
    super();
  }
}

/** What is known of a variable for every value that it takes. Variables are real; nothing else is known if nothing is said. */
export interface Assumptions {
  readonly positive?: boolean;
  readonly negative?: boolean;
  readonly nonnegative?: boolean;
  readonly nonzero?: boolean;
  readonly integer?: boolean;
}

/** A variable. Two of one name are the same if the same is known of them. */
export class Variable extends Formula {
  readonly operands = none;
  constructor(
    readonly name: string,
    readonly assumptions: Assumptions,
  ) {
    super();
  }
}

/** A primitive applied to formulas, entry by entry: a rule of core or of a user, and its static argument. */
export class Call extends Formula {
  constructor(
    readonly rule: Rule,
    readonly operands: readonly Formula[],
    readonly s: unknown,
  ) {
    super();
  }
}
