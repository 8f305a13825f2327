import {
  add,
  cos,
  div,
  exp,
  log,
  mul,
  neg,
  pow,
  reciprocal,
  type Scalar,
  sin,
  sqrt,
  square,
  sub,
  tanh,
} from "@jacobian/core";
import fc from "fast-check";
import { constant, type Formula, pi } from "../src/index.ts";
import { p, q, x, y } from "./formulas.ts";

/** A formula of which nothing says in what order and how grouped it is computed. */
type Tree =
  | { readonly kind: "leaf"; readonly formula: Scalar }
  | { readonly kind: "sum" | "product"; readonly parts: readonly Part[] }
  | { readonly kind: "power"; readonly base: Tree; readonly k: number }
  | { readonly kind: "call"; readonly f: (u: Scalar) => Scalar; readonly operand: Tree };

/** A term or its opposite, a factor or its reciprocal. */
interface Part {
  readonly tree: Tree;
  readonly inverse: boolean;
}

/** A number of 0, …, n − 1. */
type Choose = (n: number) => number;

interface Operation {
  readonly join: (a: Scalar, b: Scalar) => Scalar;
  readonly part: (a: Scalar, b: Scalar) => Scalar;
  readonly invert: (a: Scalar) => Scalar;
}

const operations: Readonly<Record<"sum" | "product", Operation>> = {
  sum: { join: add, part: sub, invert: neg },
  product: { join: mul, part: div, invert: reciprocal },
};

interface Built {
  readonly formula: Scalar;
  readonly inverse: boolean;
}

/** Two parts of a sum or product as one, in any of the ways to write it. */
const joined = ({ join, part, invert }: Operation, a: Built, b: Built, choose: Choose): Built => {
  const [u, v] = [a.formula, b.formula];
  if (a.inverse === b.inverse) {
    if (!a.inverse || choose(2) === 0) return { formula: join(u, v), inverse: a.inverse };
    return { formula: part(invert(u), v), inverse: false };
  }
  const [plus, minus] = a.inverse ? [v, u] : [u, v];
  const way = choose(3);
  if (way === 0) return { formula: part(minus, plus), inverse: true };
  return { formula: way === 1 ? part(plus, minus) : join(plus, invert(minus)), inverse: false };
};

const taken = <T>(list: T[], choose: Choose): T => list.splice(choose(list.length), 1)[0]!;

const combined = (operation: Operation, parts: readonly Built[], choose: Choose): Scalar => {
  const left = [...parts];
  while (left.length > 1) {
    left.push(joined(operation, taken(left, choose), taken(left, choose), choose));
  }
  const { formula, inverse } = left[0]!;
  return inverse ? operation.invert(formula) : formula;
};

/** The tree as a formula, in an order and grouping that are chosen. */
const built = (tree: Tree, choose: Choose): Scalar => {
  if (tree.kind === "leaf") return tree.formula;
  if (tree.kind === "call") return tree.f(built(tree.operand, choose));
  if (tree.kind === "power") {
    const base = built(tree.base, choose);
    if (choose(2) === 0) return pow(base, tree.k);
    return tree.k === 2 ? square(base) : mul(base, square(base));
  }
  const operation = operations[tree.kind];
  const parts = tree.parts.map(({ tree, inverse }) => ({ formula: built(tree, choose), inverse }));
  if (tree.kind === "sum") return combined(operation, parts, choose);
  // A minus sign taken out of a factor stands before the product.
  const k = choose(2 * parts.length);
  const turned = parts.map((part, at) =>
    at === k ? { ...part, formula: neg(part.formula) } : part,
  );
  const product = combined(operation, turned, choose);
  return k < parts.length ? neg(product) : product;
};

const leaf: fc.Arbitrary<Tree> = fc
  .constantFrom<Scalar>(x, y, x, y, p, q, pi, ...[1, 2, -1, 3, 0.5, -2.5].map((c) => constant(c)))
  .map((formula) => ({ kind: "leaf", formula }));

const functions = [sin, cos, exp, log, sqrt, tanh];

const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "max", depthIdentifier: "tree" },
    { weight: 2, arbitrary: leaf },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom("sum" as const, "product" as const),
        parts: fc.array(fc.record({ tree: tie("tree"), inverse: fc.boolean() }), {
          minLength: 2,
          maxLength: 4,
        }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("power" as const),
        base: tie("tree"),
        k: fc.constantFrom(2, 3),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("call" as const),
        f: fc.constantFrom(...functions),
        operand: tie("tree"),
      }),
    },
  ),
})).tree;

/** A sequence of choices that looks random (a linear congruential generator, Knuth, TAOCP 3.2.1). */
const chooser = (seed: number): Choose => {
  let state = BigInt(seed);
  return (n) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(n));
  };
};

const seed = fc.integer({ min: 0, max: 2 ** 31 });

/** A formula and the same commuted and regrouped: terms, factors, signs and fractions. */
export const regrouped: fc.Arbitrary<readonly [Formula, Formula]> = fc
  .tuple(trees, seed, seed)
  // Elementwise primitives of scalars give scalars.
  .map(([tree, a, b]) => [built(tree, chooser(a)) as Formula, built(tree, chooser(b)) as Formula]);
