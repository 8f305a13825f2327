import type { Relation } from "@jacobian/core";
import { constant } from "../formula/make.ts";
import { fromDecimal } from "../formula/rational.ts";
import { type Operator, operators, relations } from "../operators.ts";
import { applied, chosen, listed, type Parsed } from "./call.ts";
import { positionAt, unexpected } from "./failure.ts";
import type { Names } from "./names.ts";
import { remedyFor } from "./remedies.ts";
import { Scanner, type Token } from "./scan.ts";
import { type Frame, Stacks } from "./stacks.ts";

const operatorOf = (symbol: string): Operator | undefined =>
  operators.find((operator) => operator.symbol === (symbol === "**" ? "^" : symbol));

const relationOf = (sign: string): Relation | undefined =>
  relations.find(([written]) => written === sign)?.[1];

/** More digits, and a larger exponent, than any constant has that arithmetic folds. */
const mostDigits = 1250;

/** Reads a text by the grammar in docs/grammar.md, from left to right, without looking back. */
export class Parser {
  private readonly scanner: Scanner;
  private readonly stacks: Stacks;
  private readonly outputs: Parsed[] = [];
  private token: Token;
  private depth = 0;
  private defined: Token | undefined;

  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {
    this.scanner = new Scanner(text);
    this.stacks = new Stacks(text);
    this.token = this.scanner.next();
  }

  parse(): readonly Parsed[] {
    for (;;) {
      while (this.isSeparator()) this.advance();
      if (this.token.kind === "end" && this.outputs.length > 0) return this.outputs;
      do this.operand();
      while (!this.isOutputDone());
    }
  }

  private advance(): Token {
    const { token } = this;
    do this.token = this.scanner.next();
    while (this.depth > 0 && this.token.kind === "newline");
    return token;
  }

  private isSeparator(): boolean {
    return this.token.kind === "newline" || this.token.text === ";";
  }

  private fail(expected: string, remedy: string): Error {
    return unexpected(this.text, this.token, expected, remedy);
  }

  /** Reads one operand, opening what stands before it. */
  private operand(): void {
    for (;;) {
      // Where an operand is missing at the end of a line, the formula goes on in the next.
      while (this.token.kind === "newline") this.advance();
      const { kind, text } = this.token;
      if (kind === "number") {
        this.number();
        return;
      }
      if (kind === "name") {
        if (this.isOperand()) return;
      } else if (text === "-") this.stacks.prefix(this.advance());
      else if (text === "(") this.open("group", this.token);
      else if (text === "[") this.open("list", this.token);
      else if (text === ")" && this.isEmptyCall()) {
        this.close(false);
        return;
      } else {
        const remedy = remedyFor(text) ?? "write a number, a name, a function or a bracket here";
        throw this.fail("an operand", remedy);
      }
    }
  }

  private number(): void {
    const [digits = "", exponent = "0"] = this.token.text.toLowerCase().split("e");
    if (Math.max(digits.length, Math.abs(Number(exponent))) > mostDigits) {
      throw this.fail(
        `at most ${mostDigits} digits and an exponent as large`,
        "write fewer, or a power",
      );
    }
    this.stacks.push(constant(fromDecimal(this.advance().text)));
  }

  /** Reads a name: an operand, unless it opens a call or a definition. */
  private isOperand(): boolean {
    const isFirst = this.stacks.isEmpty && this.defined === undefined;
    const name = this.advance();
    if (this.token.text === "(") {
      this.open(name.text === "where" ? "where" : "call", name);
      return false;
    }
    if (this.token.text === ":=" && isFirst) {
      this.defined = name;
      this.advance();
      return false;
    }
    this.stacks.push(this.names.valueOf(name));
    return true;
  }

  private open(kind: Frame["kind"], name: Token): void {
    const signature = kind === "call" ? this.names.functionOf(name) : undefined;
    const frame: Frame = {
      kind,
      open: this.token,
      name,
      signature,
      items: [],
      relation: undefined,
    };
    this.stacks.bracket(frame);
    this.depth++;
    this.advance();
  }

  private isEmptyCall(): boolean {
    const frame = this.stacks.fresh;
    return frame?.kind === "call" && frame.items.length === 0;
  }

  /** Reads on from an operand: true at the end of an output, false where another operand follows. */
  private isOutputDone(): boolean {
    for (;;) {
      const { text } = this.token;
      const operator = operatorOf(text);
      if (operator !== undefined) {
        this.stacks.binary(operator, this.advance());
        return false;
      }
      const frame = this.stacks.innermost();
      if (frame === undefined) {
        this.finish();
        return true;
      }
      if (text === (frame.kind === "list" ? "]" : ")")) this.close(true);
      else {
        this.item(frame);
        return false;
      }
    }
  }

  /** The end of an output or definition. */
  private finish(): void {
    if (!this.isSeparator() && this.token.kind !== "end") {
      throw this.missing("the end of the formula", "separate formulas by ; or lines");
    }
    const result = this.stacks.pop();
    if (this.defined === undefined) this.outputs.push(result);
    else this.names.define(this.defined, result);
    this.defined = undefined;
  }

  /** The end of an argument, of an entry, or of the left side of a condition. */
  private item(frame: Frame): void {
    const { text } = this.token;
    const isCondition = frame.kind === "where" && frame.relation === undefined;
    const relation = isCondition ? relationOf(text) : undefined;
    if (relation === undefined && (text !== "," || frame.kind === "group" || isCondition)) {
      const { line, column } = positionAt(this.text, frame.open.offset);
      const place = `line ${line}, column ${column}`;
      throw isCondition
        ? this.missing("<, <=, >, >= or ==", "write where(a < b, then, otherwise)")
        : this.missing(
            frame.kind === "list" ? "]" : ")",
            `close the ${frame.open.text} of ${place}`,
          );
    }
    if (relation !== undefined) frame.relation = relation;
    frame.items.push(this.stacks.pop());
    this.advance();
  }

  private missing(what: string, remedy: string): Error {
    const { kind, text } = this.token;
    const isOperand = kind === "number" || kind === "name" || text === "(" || text === "[";
    const written = isOperand ? "write * for a product" : (remedyFor(text) ?? remedy);
    return this.fail(`an operator or ${what}`, written);
  }

  /** The end of a bracket. */
  private close(hasItem: boolean): void {
    const frame = this.stacks.innermost()!;
    const { kind, name, signature, items, relation } = frame;
    if (hasItem) items.push(this.stacks.pop());
    const [only] = items;
    this.stacks.close(
      kind === "group"
        ? only!
        : kind === "list"
          ? listed(this.text, name, items)
          : signature === undefined
            ? chosen(this.text, name, relation, items)
            : applied(this.text, name, signature, items),
    );
    this.depth--;
    this.advance();
  }
}
