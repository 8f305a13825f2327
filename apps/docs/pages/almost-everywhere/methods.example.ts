import { abs, add, mul, type Scalars } from "@jacobian/core";
import {
  bundleMethod,
  gradientSampling,
  nonsmoothBfgs,
  subgradientMethod,
} from "@jacobian/nonsmooth";

// A ravine: steep walls, a bottom that slopes gently, and a kink all along it.
const ravine = ([x, y]: Scalars<2>) => add(mul(0.5, abs(x)), mul(4, abs(y)));
const start = [2.5, 1.5] as const;

// Steps of one length jump between the walls.
const constant = subgradientMethod(ravine, { steps: () => () => 0.1, limit: 500 })(start);
constant.value.toFixed(2); // "0.40"

// Steps that shrink arrive, slowly.
const shrinking = subgradientMethod(ravine, { limit: 500 })(start);
shrinking.value.toFixed(2); // "0.00"
shrinking.reason; // "limit"

// Methods that keep more than one gradient know when they are there.
const bundle = bundleMethod(ravine, { convex: true })(start);
bundle.value < 1e-6; // true
bundle.reason; // "optimal"
gradientSampling(ravine)(start).reason; // "stationary"
nonsmoothBfgs(ravine)(start).reason; // "stationary"
