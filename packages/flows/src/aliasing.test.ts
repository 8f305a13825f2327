import { describe, expect, test } from "vitest";
import { Matrix, sum, tanh, value, type Value } from "jacobian";
import {
  affineMap,
  chain,
  coupling,
  multivariateNormal,
  permutation,
  planar,
  radial,
} from "./index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);
const network = (kept: Value) => ({ logScale: tanh(kept), shift: kept });

describe("a map keeps its parameters, whoever writes into what it was given", () => {
  const made = {
    "affine, diagonal": () => {
      const [scale, shift] = [v(2, 3), v(1, 1)];
      return { map: affineMap({ scale, shift }), given: [scale, shift] };
    },
    "affine, full": () => {
      const scale = Matrix.fromRows([
        [2, 1],
        [0, 3],
      ]);
      return { map: affineMap({ scale }), given: [scale.data] };
    },
    planar: () => {
      const [u, w] = [v(1, 0), v(1, 1)];
      return { map: planar({ u, w, b: 0 }), given: [u, w] };
    },
    radial: () => {
      const center = v(1, 0);
      return { map: radial({ center, alpha: 0, beta: 1 }), given: [center] };
    },
    permutation: () => {
      const order = [1, 0];
      return { map: permutation(order), given: [order] };
    },
    coupling: () => {
      const mask: (boolean | number)[] = [true, false];
      return { map: coupling({ mask: mask as boolean[], network }), given: [mask] };
    },
  };

  test.each(Object.entries(made))("%s", (_, make) => {
    const { map, given } = make();
    const z = v(0.3, -0.7);
    const results = () => {
      const { value: x, logAbsDet } = map.forwardAndLogAbsDet(z);
      return [x, logAbsDet, map.inverse(x)];
    };
    const before = results();
    for (const list of given) list.fill(7);
    expect(results()).toEqual(before);
  });
});

test("a normal distribution keeps its moments", () => {
  const [mean, covariance] = [
    v(0, 1),
    Matrix.fromRows([
      [1, 0],
      [0, 2],
    ]),
  ];
  const X = multivariateNormal({ mean, covariance });
  const before = X.logDensity(v(1, 1));
  mean.fill(9);
  covariance.data.fill(9);
  expect(X.logDensity(v(1, 1))).toBe(before);
  expect([sum(X.mean), sum(X.covariance)]).toEqual([1, 3]);
});

test("an identity gives its points back as a copy", () => {
  const z = v(1, 2);
  (value(chain().forward(z)) as Float64Array).fill(0);
  expect(z).toEqual(v(1, 2));
});
