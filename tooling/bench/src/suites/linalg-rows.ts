import type { Benchmark } from "../benchmark.ts";
import { type Inputs, type Routines, type Task, inputs } from "../problems/dense.ts";
import { ours } from "../problems/dense-ours.ts";

/** A package beside ours, and the rows in which it does not stand although it could. */
export interface Peer {
  readonly routines: Routines;
  /** Whether it is JavaScript for its users: then ours is meant to be ahead of it. */
  readonly ahead: boolean;
  readonly without?: Readonly<Partial<Record<`${Task} ${number}`, string>>>;
}

export type Peers = Readonly<Record<string, Peer>>;

const us = "@jacobian/linalg";

const titles: Readonly<Record<Task, string>> = {
  matmul: "product",
  solve: "solve by LU",
  cholesky: "Cholesky",
  qr: "QR",
  eigh: "symmetric eigen",
  svd: "SVD",
};

/** Where three times as fast is asked for: products and what is made of them, beyond small sizes. */
const threefold = (task: Task, n: number): boolean =>
  n >= 200 && (task === "matmul" || task === "solve" || task === "cholesky");

const contenders = (task: Task, given: Inputs, all: Peers): Benchmark["contenders"] =>
  Object.fromEntries(
    [
      [us, ours] as const,
      ...Object.entries(all).map(([name, { routines }]) => [name, routines] as const),
    ].flatMap(([name, routines]) => {
      const prepare = routines[task];
      return prepare ? [[name, () => prepare(given)] as const] : [];
    }),
  );

const row = (task: Task, n: number, peers: Peers): Benchmark => {
  const entries = Object.entries(peers);
  const reasons = entries.flatMap(([name, { without }]) => {
    const why = without?.[`${task} ${n}`];
    return why === undefined ? [] : [[name, why] as const];
  });
  const without = Object.fromEntries(reasons);
  const present = entries.filter(([name, { routines }]) => routines[task] && !(name in without));
  const others = present.filter(([, { ahead }]) => ahead).map(([name]) => name);
  const atMost = threefold(task, n) ? 0.333 : 1;
  return {
    title: `${titles[task]}, n=${n}`,
    units: 1,
    contenders: contenders(task, inputs(n), Object.fromEntries(present)),
    goals: others.length > 0 ? [{ of: us, atMost, times: others }] : [],
    without,
  };
};

/** Every task at every size: ours and the peers that do it. */
export const rowsBeside = (peers: Peers): Benchmark[] =>
  (Object.keys(titles) as Task[])
    .filter((task) => task in ours)
    .flatMap((task) => [10, 50, 200, 500].map((n) => row(task, n, peers)));
