import { Matrix } from "jacobian";

/** Enough to see two moons, few enough to train while one looks. */
export const pointCount = 300;
export const steps = 300;

export type Command = "run" | "pause";

/** How far the training is: points as matrices of two rows, row by row. */
export interface Progress {
  /** −log p per point before each step, in nats. */
  readonly losses: readonly number[];
  readonly data: Float64Array;
  readonly samples: Float64Array;
  /** Where the flow takes the lines of a grid, line by line. */
  readonly grid: Float64Array;
  readonly lineLength: number;
  readonly isDone: boolean;
  /** Whether no step follows unless it is told to run. */
  readonly isResting: boolean;
}

const lines = 9;
export const lineLength = 41;
const reach = 2;

/** Lines of the plane where a normal distribution has most of its points: a point in each column. */
export const gridOfNormal = (): Matrix => {
  const place = (k: number, count: number): number => -reach + (2 * reach * k) / (count - 1);
  const columns = Array.from({ length: 2 * lines * lineLength }, (_, j) => {
    const [line, k] = [Math.floor(j / lineLength), j % lineLength];
    const [fixed, along] = [place(line % lines, lines), place(k, lineLength)];
    return line < lines ? [fixed, along] : [along, fixed];
  });
  return Matrix.fromRows([columns.map(([x]) => x!), columns.map(([, y]) => y!)]);
};
