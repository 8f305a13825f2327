import type { Shape } from "@jacobian/core";
import fc from "fast-check";

/** One step of a random program, before it is known which of its choices the values allow. */
export interface Step {
  /** Which family of operations, a loop among them, and which of its operations. */
  readonly family: number;
  readonly operation: number;
  /** What a loop runs. */
  readonly body: number;
  /** Which of the earlier values that fit; each is counted modulo how many there are. */
  readonly operands: readonly number[];
  /** Brought near the operation's samples also where it is smooth as they are. */
  readonly guarded: boolean;
}

/** A random program and its input. It shrinks to fewer steps, smaller counts and direct operands. */
export interface Plan {
  readonly shapes: readonly Shape[];
  /** Of the input's entries, the directions and the weights. */
  readonly seed: number;
  readonly steps: readonly Step[];
  /** Of 0, all is compared; of 4, neither the second order nor replays; of others, J·v and Jᵀ·w alone. */
  readonly share: number;
}

const shapes: readonly Shape[] = [[], [3], [2, 2], [3, 3]];

/** An operation of any number of operands takes as many of these as it needs. */
const mostOperands = 4;

const mostSteps = 6;

const number = fc.nat(9_999);

const step: fc.Arbitrary<Step> = fc.record({
  family: number,
  operation: number,
  body: number,
  operands: fc.array(number, { minLength: mostOperands, maxLength: mostOperands }),
  guarded: fc.nat(3).map((k) => k === 3),
});

export const plans: fc.Arbitrary<Plan> = fc.record({
  shapes: fc.array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 2 }),
  // A smaller seed is no simpler one.
  seed: fc.noBias(fc.noShrink(fc.integer({ min: 1, max: 2 ** 31 - 1 }))),
  // With minLength: 1 the last step could not be left out of two.
  steps: fc.array(step, { maxLength: mostSteps }).filter(({ length }) => length > 0),
  share: fc.nat(7),
});
