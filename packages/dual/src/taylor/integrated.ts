import { type Value, div } from "@jacobian/core";
import type { Taylor } from "./algebra.ts";
import { lazily } from "./lazily.ts";
import type { Operation } from "./operation.ts";
import type { Series } from "./series.ts";

/**
 * y = f(x(t)) from y₀ = f(x₀) and y′ = f′(x)·x′, the tangent of the rule run on series: k·y_k is coefficient
 * k − 1 of y′, which needs no coefficient of y beyond y_{k−1}. So every rule has its recurrence, which for
 * exp, sin, … is the classical one (Griewank & Walther 2008, proposition 13.1).
 */
export const integrated = (
  algebra: Taylor,
  { apply, tangent }: Operation,
  inputs: readonly Value[],
): readonly Series[] => {
  const slopes = lazily(() =>
    algebra.delayed(() =>
      tangent(
        inputs.map((x) => algebra.own(x)?.derivative),
        inputs,
        outputs,
      ),
    ),
  );
  const outputs: readonly Series[] = apply(inputs.map((x) => algebra.constant(x))).map((y, i) =>
    algebra.series(y, Infinity, (k) => {
      const slope = slopes()(k - 1)[i] ?? 0;
      return div(algebra.coefficient(slope, k - 1) ?? 0, k);
    }),
  );
  return outputs;
};
