import {
  type Differentiable,
  type Input,
  type OutputFor,
  type Scalars,
  type Value,
  DomainError,
  add,
  entryCount,
  leavesOf,
  mapLeaves,
  scale,
  unflatten,
} from "@jacobian/core";
import type { AnyFunction } from "../evaluate.ts";
import { type MultiIndex, degreeOf, interpolation, multiIndices } from "./interpolation.ts";
import { type Jet, checkedOrder, expanded } from "./jet.ts";

/** Every partial derivative of a function at a point up to some total order, each in the output's container. */
export class MixedPartials<Y> implements Iterable<readonly [index: MultiIndex, derivative: Y]> {
  private readonly byIndex: ReadonlyMap<string, readonly [index: MultiIndex, derivative: Y]>;

  constructor(
    /** The largest total order. */
    readonly order: number,
    /** Entries of the input. */
    readonly variables: number,
    /** By total order, and then by falling order in the first variable, the second, …. */
    private readonly entries: readonly (readonly [index: MultiIndex, derivative: Y])[],
  ) {
    this.byIndex = new Map(entries.map((entry) => [String(entry[0]), entry]));
  }

  /**
   * The derivative that is of these orders in the entries of the input, in container order: at(2, 1) is
   * ∂³f/∂x²∂y, at(0, 0) is f itself.
   * @throws DomainError unless there is a whole number for each entry, with a sum up to the order.
   */
  at(...index: MultiIndex): Y {
    const found = this.byIndex.get(String(index));
    if (found !== undefined) return found[1];
    throw new DomainError(
      `MixedPartials.at: expected ${this.variables} orders with a sum up to ${this.order}, got (${index.join(", ")}); give one for each entry of the input`,
    );
  }

  /** All of them, those of low total order first. */
  [Symbol.iterator](): Iterator<readonly [index: MultiIndex, derivative: Y]> {
    return this.entries[Symbol.iterator]();
  }
}

/** Σ weight·y over the lines, by the leaves that each has; in the container of the sample. */
const combined = (sample: unknown, leaves: readonly (readonly Value[])[], row: Row): unknown => {
  let leaf = -1;
  return mapLeaves(operation, sample, () => {
    leaf++;
    return row.reduce<Value>(
      (total, [line, weight]) => add(total, scale(weight, leaves[line]?.[leaf] ?? 0)),
      0,
    );
  });
};

/** Interpolation loses digits with every order, and its fractions grow. */
const highest = 20;

const operation = "mixedPartials";

/** What the coefficients along each line weigh in one derivative, without the zeros. */
type Row = readonly (readonly [line: number, weight: number])[];

/** The lines of n variables, and every derivative with its row of weights: they depend on no point. */
interface Plan {
  readonly lines: readonly MultiIndex[];
  readonly rows: readonly (readonly [i: MultiIndex, row: Row])[];
}

const planFor = (weight: ReturnType<typeof interpolation>, n: number, order: number): Plan => {
  const lines = multiIndices(n, order);
  const rowOf = (i: MultiIndex): Row =>
    lines.map((j, line) => [line, weight(i, j)] as const).filter(([, own]) => own !== 0);
  const indices = Array.from({ length: order }, (_, k) => multiIndices(n, k + 1)).flat();
  return { lines, rows: indices.map((i) => [i, rowOf(i)]) };
};

/** The plan for a number of variables, made once. */
const planned = (order: number): ((n: number) => Plan) => {
  const weight = interpolation(order);
  const known = new Map<number, Plan>();
  return (n) => {
    const plan = known.get(n) ?? planFor(weight, n, order);
    known.set(n, plan);
    return plan;
  };
};

const allOf = (
  f: AnyFunction,
  x: unknown,
  order: number,
  plan: Plan,
  constants: readonly unknown[],
) => {
  const rays = plan.lines.map((j): Jet<unknown> => {
    const direction = unflatten(operation, x, Float64Array.from(j));
    return expanded(operation, f, order, [x, direction], constants);
  });
  const [sample] = rays.length > 0 ? rays : [expanded(operation, f, 0, [x], constants)];
  // By order and line.
  const leaves = Array.from({ length: order + 1 }, (_, k) =>
    rays.map((jet) => leavesOf(operation, jet[k])),
  );
  const derivatives = plan.rows.map(([i, row]): readonly [MultiIndex, unknown] => {
    const k = degreeOf(i);
    return [i, combined(sample?.[k], leaves[k] ?? [], row)];
  });
  const n = entryCount(operation, x);
  const origin = Array.from({ length: n }, () => 0);
  return new MixedPartials(order, n, [[origin, sample?.[0]], ...derivatives]);
};

/**
 * Every partial derivative ∂^|i|f/∂x^i of total order |i| up to the given one, by interpolation from Taylor
 * series along as many straight lines as there are derivatives of that order: (n + d − 1)!/(n − 1)!/d! passes
 * of order d, where nested derivatives would take nᵈ (Griewank, Utke & Walther 2000, Math. Comp. 69, 1117–1130).
 * @throws DomainError unless the order is a whole number from 0 to 20; OperatorError or LevelError for an
 * output that is no value of f's own.
 * @example
 * const partials = mixedPartials(([x, y]) => mul(square(x), y), 3)([2, 3]);
 * partials.at(1, 0); // 12
 * partials.at(2, 1); // 2
 */
export const mixedPartials = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  order: number,
) => {
  const planOf = planned(checkedOrder(operation, order, highest));
  return <const A extends Input<X>>(x: A, ...constants: C): MixedPartials<OutputFor<A, Y>> =>
    // The derivatives come in the output's container, plain for plain input.
    allOf(f as AnyFunction, x, order, planOf(entryCount(operation, x)), constants) as MixedPartials<
      OutputFor<A, Y>
    >;
};
