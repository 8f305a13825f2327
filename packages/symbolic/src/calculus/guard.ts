import { choose, type Condition, plus, zero } from "../formula/arithmetic.ts";
import type { Formula } from "../formula/formula.ts";

/** A condition that divides what an outer guard lets pass. */
interface Fork {
  readonly condition: Condition;
  readonly outer: Guard;
  readonly sides: { then?: Guard; otherwise?: Guard };
}

/** Where something counts: everywhere, or on one side of a condition. */
export interface Guard {
  readonly depth: number;
  readonly fork: Fork | undefined;
}

export const everywhere: Guard = { depth: 0, fork: undefined };

/** Deeper than this a guard is made part of the formula, so that each costs only so much to carry on. */
export const deepest = 32;

/** The two sides of a condition, within a guard. */
export const split = (
  outer: Guard,
  condition: Condition,
): readonly [then: Guard, otherwise: Guard] => {
  const sides: Fork["sides"] = {};
  const fork: Fork = { condition, outer, sides };
  const depth = outer.depth + 1;
  return [(sides.then = { depth, fork }), (sides.otherwise = { depth, fork })];
};

/** Formulas by the guards within which they count: their sum is what counts. */
export class Guarded {
  private readonly levels: Map<Guard, Formula>[] = [];
  private size = 0;

  add(guard: Guard, formula: Formula): void {
    const level = (this.levels[guard.depth] ??= new Map<Guard, Formula>());
    const known = level.get(guard);
    if (known === undefined) this.size++;
    level.set(guard, known === undefined ? formula : plus(known, formula));
  }

  /** The sum, within the innermost guard that holds all of it and is no deeper than asked. */
  collapse(depth: number): readonly [Guard, Formula] {
    for (let k = this.levels.length - 1; k >= 0; k--) {
      const level = this.levels[k] ?? new Map<Guard, Formula>();
      for (const [guard, formula] of level) {
        if (this.size === 1 && k <= depth) return [guard, formula];
        if (guard.fork !== undefined) this.join(guard.fork, level);
      }
    }
    return [everywhere, zero];
  }

  /** Makes both sides of a fork one. */
  private join({ condition, outer, sides }: Fork, level: Map<Guard, Formula>): void {
    const take = (side: Guard | undefined): Formula => {
      const formula = side && level.get(side);
      if (side === undefined || formula === undefined) return zero;
      level.delete(side);
      this.size--;
      return formula;
    };
    this.add(outer, choose(condition, take(sides.then), take(sides.otherwise)));
  }
}
