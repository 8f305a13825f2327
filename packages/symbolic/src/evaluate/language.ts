import type { Call } from "../formula/formula.ts";
import type { Rule } from "../formula/rule.ts";
import { javascriptTable } from "../print/code/javascript-table.ts";
import { arithmetic } from "../print/code/operators.ts";
import { called, type Template } from "../print/code/piece.ts";
import { type NumberFunction, numberFunction } from "./number-function.ts";

/** JavaScript for the engine: what it cannot write is a function f0, f1, … that it is given. */
export class EngineLanguage {
  /** What the source is given as f. */
  readonly functions: NumberFunction[] = [];
  private readonly table = javascriptTable();
  private readonly operators = new Map(arithmetic("1"));
  private readonly captured = new Map<Rule, Map<unknown, Template>>();

  readonly repeats = (rule: Rule): boolean => this.table.get(rule)?.repeats === true;

  /** Whether an operation is written as a call or a choice, not with an operator. */
  readonly isCall = (rule: Rule): boolean => !this.operators.has(rule);

  readonly template = (call: Call): Template => this.table.get(call.rule) ?? this.capture(call);

  /** What stands before the source. */
  get preamble(): string {
    return `"use strict";\n${this.functions.map((_, k) => `const f${k} = f[${k}];\n`).join("")}`;
  }

  private capture({ rule, s }: Call): Template {
    const known = this.captured.get(rule) ?? new Map<unknown, Template>();
    this.captured.set(rule, known);
    const template = known.get(s) ?? called(`f${this.functions.length}`);
    if (!known.has(s)) this.functions.push(numberFunction(rule, s));
    known.set(s, template);
    return template;
  }
}
