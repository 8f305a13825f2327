import { neg, type Relation } from "@jacobian/core";
import { Constant } from "../formula/formula.ts";
import type { Signature } from "../functions.ts";
import { level, type Operator } from "../operators.ts";
import type { Parsed } from "./call.ts";
import { located } from "./failure.ts";
import type { Token } from "./scan.ts";

/** A bracket that is open: of a group, of a list, of a call, of a condition. */
export interface Frame {
  readonly kind: "group" | "list" | "call" | "where";
  readonly open: Token;
  readonly name: Token;
  readonly signature: Signature | undefined;
  readonly items: Parsed[];
  relation: Relation | undefined;
}

/** An operator that waits for its right operand; a minus without a left one has no `operator`. */
interface Waiting {
  readonly kind: "waiting";
  readonly operator: Operator | undefined;
  readonly token: Token;
  level: number;
}

/**
 * Operands, and the operators and brackets that wait for them: the two stacks of operator precedence
 * (Floyd 1963). They are no call stack, so that a text may be as deep as it is long.
 */
export class Stacks {
  private readonly operands: Parsed[] = [];
  private readonly open: (Frame | Waiting)[] = [];

  constructor(private readonly text: string) {}

  get isEmpty(): boolean {
    return this.open.length === 0;
  }

  /** The bracket that was just opened, if nothing follows it yet. */
  get fresh(): Frame | undefined {
    const top = this.open.at(-1);
    return top?.kind === "waiting" ? undefined : top;
  }

  /** Pushes what one token stands for. A minus in front of a number belongs to it. */
  push(x: Parsed): void {
    const top = this.open.at(-1);
    if (x instanceof Constant && top?.kind === "waiting" && top.operator === undefined) {
      top.level = level.power;
    }
    this.operands.push(x);
  }

  bracket(frame: Frame): void {
    this.open.push(frame);
  }

  prefix(token: Token): void {
    const level = this.prefixLevel(this.open.at(-1));
    this.open.push({ kind: "waiting", operator: undefined, token, level });
  }

  binary(operator: Operator, token: Token): void {
    const top = this.open.at(-1);
    if (operator.level === level.power && top?.kind === "waiting" && top.operator === undefined) {
      // −2^x is −(2^x): here the number belongs to the power.
      top.level = this.prefixLevel(this.open.at(-2));
    }
    this.reduce(operator.left);
    this.open.push({ kind: "waiting", operator, token, level: operator.level });
  }

  /** The innermost open bracket, when all that stands in it so far is one operand. */
  innermost(): Frame | undefined {
    this.reduce(level.any);
    return this.fresh;
  }

  /** The operand that was completed last. */
  pop(): Parsed {
    // Asked for only after an operand was read.
    return this.operands.pop()!;
  }

  close(result: Parsed): void {
    this.open.pop();
    this.operands.push(result);
  }

  /** A minus holds a product together, but within a product or a power only the next factor. */
  private prefixLevel(below: Frame | Waiting | undefined): number {
    const isInside = below?.kind === "waiting" && below.level >= level.product;
    return isInside ? level.product : level.negation;
  }

  /** Applies the operators that hold at least so tightly, down to the innermost bracket. */
  private reduce(least: number): void {
    for (let top = this.open.at(-1); top?.kind === "waiting"; top = this.open.at(-1)) {
      if (top.level < least) return;
      this.open.pop();
      this.operands.push(this.result(top));
    }
  }

  private result({ operator, token }: Waiting): Parsed {
    const y = this.pop();
    // A primitive makes formulas of formulas.
    if (operator === undefined) return neg(y) as Parsed;
    const x = this.pop();
    return located(this.text, token, () => operator.primitive(x, y)) as Parsed;
  }
}
