import { add, exp, mul, sin, type Scalar, type Scalars } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as symbolic from "@jacobian/symbolic";
import * as tape from "@jacobian/tape";
import { gradient, hessian } from "jacobian";

// Run with --expose-gc by leak.test.ts: takes derivatives of each kind, and prints by how many bytes a derivative the
// heap has grown. A kind that is named as an argument is taken alone, and keeps
// what it gets, which is a leak.

const [, , planted = ""] = process.argv;

const f = ([x, y]: Scalars<2>): Scalar => add(mul(sin(x), y), exp(mul(x, y)));

/** One derivative of each kind, at a point that is never the same. */
const kinds: Readonly<Record<string, (k: number) => unknown>> = {
  tape: (k) => tape.gradient(f)([k, 1 / k]),
  dual: (k) => dual.gradient(f)([k, 1 / k]),
  umbrella: (k) => gradient(f)([k, 1 / k]),
  nested: (k) => hessian(f)([k, 1 / k]),
  symbolic(k) {
    const [x, y] = symbolic.symbols(`x${k} y${k}`);
    return symbolic.gradient(f([x, y]), [x, y]);
  },
};

const kept: unknown[] = [];

/** Takes so many derivatives, in jobs of their own: what is weak is let go between them. */
const take = async (kind: string, from: number, count: number): Promise<void> => {
  for (let k = from; k < from + count; k++) {
    const result = kinds[kind]?.(k);
    if (kind === planted) kept.push(result);
    if (k % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
};

const live = async (): Promise<number> => {
  for (let k = 0; k < 4; k++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};

const count = 10_000;
const rounds = 5;

/** Bytes a derivative between the least that is live during the first 10 000 and during the next. */
const growth = async (kind: string): Promise<number> => {
  const least = async (from: number): Promise<number> => {
    let low = Infinity;
    for (let k = 0; k < rounds; k++) {
      await take(kind, from + (k * count) / rounds, count / rounds);
      low = Math.min(low, await live());
    }
    return low;
  };
  // What is kept by design (records, the newest formulas, compiled code) comes and goes within as many.
  await take(kind, 1, count);
  const before = await least(count + 1);
  return ((await least(2 * count + 1)) - before) / count;
};

const found: Record<string, number> = {};
const asked = planted === "" ? Object.keys(kinds) : [planted];
for (const kind of asked) found[kind] = await growth(kind);
console.log(JSON.stringify(found));
