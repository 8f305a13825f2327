import { bundleMethod, type Progress, subgradientMethod } from "@jacobian/nonsmooth";
import type { Scalar } from "jacobian";
import type { Pair } from "../../app/fields.ts";
import type { Kinked } from "./kinked.ts";

export const limit = 120;

export interface Racer {
  readonly name: string;
  readonly color: string;
  readonly path: readonly Pair[];
  readonly values: readonly number[];
}

type Run = (f: Kinked["f"], x0: Pair, onStep: (step: Progress<readonly Scalar[]>) => void) => void;

const constant = 0.1;

const methods: readonly { readonly name: string; readonly color: string; readonly run: Run }[] = [
  {
    name: `Gradient descent, step ${constant}`,
    color: "var(--first)",
    run: (f, x0, onStep) => {
      subgradientMethod(f, { limit, onStep, steps: () => () => constant })([...x0]);
    },
  },
  {
    name: "Subgradient method, step 1/(k + 1)",
    color: "var(--second)",
    run: (f, x0, onStep) => {
      subgradientMethod(f, { limit, onStep })([...x0]);
    },
  },
  {
    name: "Bundle method",
    color: "var(--accent)",
    run: (f, x0, onStep) => {
      bundleMethod(f, { limit, onStep })([...x0]);
    },
  },
];

export const racers = methods.map(({ name, color }) => ({ name, color }));

/** The run of one method: every point where it has been. */
export const raceOf = (k: number, f: Kinked["f"], x0: Pair): Racer => {
  const { name, color, run } = methods[k]!;
  const path: Pair[] = [];
  const values: number[] = [];
  run(f, x0, ({ x, value }) => {
    const [first = NaN, second = NaN] = x as readonly number[];
    path.push([first, second]);
    values.push(value);
  });
  return { name, color, path, values };
};
