import { type Program, type Step, sides, slope } from "./piecewise-linear.ts";

/** A linear form of x, by its whole coefficients. */
type Form = readonly number[];

const dot = (a: Form, b: Form): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
const times = (c: number, a: Form): Form => a.map((x) => c * x);
const minus = (a: Form, b: Form): Form => a.map((x, k) => x - b[k]!);

/** Vectors at a right angle to n − 1 of the rows, both ways. */
const rays = (rows: readonly Form[], n: number): readonly Form[] => {
  if (n === 1) return [[1], [-1]];
  if (n === 2)
    return rows.flatMap(([a = 0, b = 0]) => [
      [-b, a],
      [b, -a],
    ]);
  return rows.flatMap(([a = 0, b = 0, c = 0], i) =>
    rows.slice(i + 1).flatMap(([d = 0, e = 0, f = 0]) => {
      const ray = [b * f - c * e, c * d - a * f, a * e - b * d];
      return [ray, times(-1, ray)];
    }),
  );
};

/**
 * Whether a pointed cone {d : row·d > 0} has an interior: exact, for the sum of its extreme rays is in it then.
 * (Whole numbers far below 2⁵³.)
 */
const isOpen = (rows: readonly Form[], n: number): boolean => {
  const sum = new Array<number>(n).fill(0);
  for (const ray of rays(rows, n)) {
    const size = Math.max(...ray.map(Math.abs)) || 1;
    if (rows.every((row) => dot(row, ray) >= 0))
      ray.forEach((x, k) => (sum[k] = sum[k]! + x / size));
  }
  return rows.every((row) => dot(row, sum) > 1e-9);
};

interface Cell {
  readonly rows: readonly Form[];
  readonly forms: readonly Form[];
}

/** The cells into which linear forms, each above all others of a list, cut a cell. */
const cut = (
  cell: Cell,
  n: number,
  choices: readonly { readonly above: readonly Form[]; readonly form: Form }[],
): readonly Cell[] =>
  choices.flatMap(({ above, form }) => {
    if (above.some((row) => row.every((x) => x === 0))) return [];
    const rows = [...cell.rows, ...above];
    return isOpen(rows, n) ? [{ rows, forms: [...cell.forms, form] }] : [];
  });

/** Two pieces by the sign of z; where z is 0 throughout they are the same. */
const bySign = (cell: Cell, n: number, z: Form, positive: Form, negative: Form): readonly Cell[] =>
  z.every((x) => x === 0)
    ? [{ ...cell, forms: [...cell.forms, positive] }]
    : cut(cell, n, [
        { above: [z], form: positive },
        { above: [times(-1, z)], form: negative },
      ]);

const largest = (cell: Cell, n: number, candidates: readonly Form[]): readonly Cell[] => {
  const [first, ...others] = candidates;
  return others.reduce<readonly Cell[]>(
    (cells, other) =>
      cells.flatMap(({ rows, forms }) => {
        const best = forms.at(-1)!;
        const before = { rows, forms: forms.slice(0, -1) };
        return bySign(before, n, minus(best, other), best, other);
      }),
    [{ ...cell, forms: [...cell.forms, first!] }],
  );
};

const stepped = (cell: Cell, n: number, step: Step): readonly Cell[] => {
  const at = (k: number): Form => cell.forms[k]!;
  if (step.kind === "combination") {
    const form = step.of.reduce<Form>(
      (sum, [factor, k]) => minus(sum, times(-factor, at(k))),
      new Array<number>(n).fill(0),
    );
    return [{ ...cell, forms: [...cell.forms, form] }];
  }
  if (step.kind === "amax") return largest(cell, n, step.of.map(at));
  const x = at(step.x);
  const zero = times(0, x);
  if (step.kind === "abs") return bySign(cell, n, x, x, times(-1, x));
  if (step.kind === "relu") return bySign(cell, n, x, x, zero);
  if (step.kind === "leakyRelu") return bySign(cell, n, x, x, times(slope, x));
  if (step.kind === "own") return bySign(cell, n, x, times(2, x), times(-1, x));
  if (step.kind === "hypot" || step.kind === "norm2")
    return bySign(cell, n, x, times(5, x), times(-5, x));
  if (!("y" in step)) return [{ ...cell, forms: [...cell.forms, zero] }];
  const y = at(step.y);
  const gap = minus(x, y);
  if (step.kind === "max") return bySign(cell, n, gap, x, y);
  if (step.kind === "min") return bySign(cell, n, gap, y, x);
  return bySign(cell, n, gap, times(sides[0], gap), times(sides[1], gap));
};

const orthants = (n: number): readonly (readonly Form[])[] =>
  Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (__, i) =>
      Array.from({ length: n }, (___, j) => (i !== j ? 0 : bits & (1 << i) ? 1 : -1)),
    ),
  );

/** The Jacobians of a program on the cells on which it is linear, each once: the exact B-subdifferential at 0. */
export const cellJacobians = ({ n, steps, outputs }: Program): readonly Form[] => {
  const units = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)),
  );
  let cells: readonly Cell[] = orthants(n).map((rows) => ({ rows, forms: units }));
  for (const step of steps) cells = cells.flatMap((cell) => stepped(cell, n, step));
  const found = new Map<string, Form>();
  for (const { forms } of cells) {
    const J = forms
      .slice(-outputs)
      .flat()
      .map((x) => x + 0);
    found.set(J.join(), J);
  }
  return [...found.values()];
};
