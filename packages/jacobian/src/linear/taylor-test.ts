import {
  type Differentiable,
  type Input,
  type Scalars,
  DomainError,
  copied,
  mapLeaves,
  sameStructure,
  value,
} from "@jacobian/core";
import { numbersOf } from "../containers.ts";
import { linearize } from "./linearize.ts";
import { observedOrder } from "./observed-order.ts";
import { type Approximated, type RemainderStep, largest, remaindersAlong } from "./remainders.ts";
import { printedAsText } from "../printed.ts";

/** Below this order a remainder falls no faster than the step: J is not the derivative. */
const first = 1.1;

const shown = (x: number): string => (x === Infinity ? "exact" : x.toFixed(2));

/** How fast the remainder f(x + d) − f(x) − J·d vanishes with d, as observed. */
export class TaylorTest {
  /** Of each entry of the output; Infinity where the remainder is below rounding. */
  readonly orders: readonly number[];
  /** The smallest of them: 2 or more for C², 1 + α or more for a J that is Hölder continuous with α, 1 for one that is wrong. */
  readonly order: number;
  /** The entry of the output that has it. */
  readonly component: number;

  constructor(readonly steps: readonly RemainderStep[]) {
    const entries = steps[0]?.remainder.length ?? 0;
    this.orders = Array.from({ length: entries }, (_, i) => observedOrder(steps, i));
    this.order = Math.min(Infinity, ...this.orders);
    this.component = Math.max(
      0,
      this.orders.findIndex((order) => Object.is(order, this.order)),
    );
    printedAsText(this);
  }

  /** Whether all remainders are below rounding, as of a linear function. */
  get exact(): boolean {
    return this.order === Infinity;
  }

  /**
   * Whether J is the derivative, as far as steps can show. An error below about 10⁻⁶ of J cannot be seen, nor a larger
   * one where J·h is small beside f and its second derivative.
   */
  get agrees(): boolean {
    return this.order > first;
  }

  toString(): string {
    const { order, exact, component, steps } = this;
    const verdict = exact
      ? "the remainder is below rounding"
      : `the remainder of output ${component} falls with order ${shown(order)}`;
    const cells = (k: number): string => {
      const { length, remainder, rounding } = steps[k]!;
      const entries = [length, Math.abs(remainder[component] ?? NaN), rounding[component] ?? NaN];
      return entries.map((entry) => entry.toExponential(2).padStart(11)).join("");
    };
    const lines = steps.flatMap((_, k) => (k % 4 === 0 ? [cells(k)] : []));
    const head = ["‖d‖", "remainder", "rounding"].map((name) => name.padStart(11)).join("");
    return [`taylorTest: ${verdict}`, head, ...lines].join("\n");
  }
}

/** The test of a function of which value and derivative are known, however they were got. */
export const testedAlong = (f: Approximated, h: unknown): TaylorTest => {
  const direction = numbersOf("taylorTest", h);
  if (direction.every(Number.isFinite) && largest(direction) > 0) {
    return new TaylorTest(remaindersAlong(f, direction));
  }
  throw new DomainError(
    `taylorTest: expected a step h that is finite and not 0, got one of length ${largest(direction)}; give the direction to look along`,
  );
};

/**
 * The order with which the remainder f(x + t·h) − f(x) − t·J·h vanishes as t falls from 1, for each entry of the output:
 * at least 2 where f is C², at least 1 + α where J is merely Hölder continuous with exponent α, about 1 where J is not the
 * derivative (or there is none). It is the slope over the shortest steps that stand clear of rounding, which is measured by the sizes of the
 * terms and by second differences, in which J has no part.
 * @throws ShapeError unless h has the structure of x; DomainError for a step that is 0 or not finite; OperatorError or
 * LevelError for an output that is no value of f's own.
 * @example
 * taylorTest(([x, y]) => add(x, mul(3, y)))([1, 2], [1, 1]).exact; // true
 * taylorTest((x: Scalar) => pow(abs(x), 1.5))(0, 1).order.toFixed(2); // "1.50"
 */
export const taylorTest =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  (x: Input<X>, h: Input<X>, ...constants: C): TaylorTest => {
    sameStructure<unknown>("taylorTest", x, h, "give the step the structure of the input");
    const plain = mapLeaves("taylorTest", x, (leaf) => copied(value(leaf)));
    // The same container on plain values.
    const linear = linearize(f)(plain as Input<X>, ...constants);
    return testedAlong(
      {
        x: plain,
        value: linear.value,
        at: (y) => f(y as X, ...constants),
        jvp: (d) => linear.jvp(d as Input<X>),
      },
      h,
    );
  };
