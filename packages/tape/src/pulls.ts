import {
  type BinaryRule,
  type StructuredRule,
  type UnaryRule,
  type Value,
  shapeOf,
  zeros,
} from "@jacobian/core";
import type { Node } from "./node.ts";
import type { Pull } from "./record.ts";
import type { Tape } from "./tape.ts";
import { transpose } from "./transpose.ts";

// The chain rule x̄ += (∂y/∂x)ᵀ·ȳ of operations recorded whole, once for each shape of rule. What a pull needs of
// values it reads from nodes: a replay gives them others.

/** A piece of a kinked function and its share in the derivative. */
export interface Share {
  readonly piece: number;
  readonly part: Node;
  /** Written by replays only. */
  weight: Value;
}

export const ofUnary =
  <S>(rule: UnaryRule<S>, x: Node, s: S): Pull =>
  ([bar], adjoints, [y]) => {
    if (bar === undefined || y === undefined) return;
    const { smooth } = rule;
    if (smooth === undefined) adjoints.add(x, rule.adjoint(bar, x.primal, y.primal, s));
    else adjoints.addProduct(x, smooth.partial(x.primal, y.primal, s), bar);
  };

/** Copied entries: their adjoints are added in place. */
export const ofGather =
  (x: Node, index: ArrayLike<number>): Pull =>
  ([bar], adjoints) => {
    if (bar !== undefined) adjoints.addAt(x, index, bar);
  };

export const ofBinary =
  <S>(rule: BinaryRule<S>, tape: Tape, x: Value, y: Value, s: S): Pull =>
  ([bar], adjoints, [result]) => {
    if (bar === undefined || result === undefined) return;
    const { smooth } = rule;
    const [px, py, pz] = [tape.primal(x), tape.primal(y), result.primal];
    [x, y].forEach((operand, k) => {
      const node = tape.own(operand);
      if (node === undefined) return;
      if (smooth === undefined) adjoints.add(node, rule.adjoints[k]!(bar, px, py, pz, s));
      else adjoints.addProduct(node, smooth.partials[k]!(px, py, pz, s), bar);
    });
  };

/** The operation y = Σ weight·part. */
export const ofShares =
  (shares: readonly Share[]): Pull =>
  ([bar], adjoints) => {
    if (bar === undefined) return;
    for (const { part, weight } of shares) adjoints.addProduct(part, weight, bar);
  };

/** Where a rule states no pullback, its pushforward is transposed. */
export const ofStructured = <S>(
  rule: StructuredRule<S>,
  tape: Tape,
  inputs: readonly Value[],
  s: S,
): Pull => {
  const pullback = rule.pullback ?? transpose(rule.pushforward);
  return (bars, adjoints, nodes) => {
    if (bars.every((bar) => bar === undefined)) return;
    const primals = inputs.map((x) => tape.primal(x));
    const results = nodes.map((y) => y.primal);
    const whole = bars.map((bar, k) => bar ?? zeros(shapeOf(results[k] ?? 0)));
    const pulled = pullback(whole, primals, results, s);
    inputs.forEach((x, k) => {
      const node = tape.own(x);
      if (node !== undefined) adjoints.add(node, pulled[k] ?? 0);
    });
  };
};
