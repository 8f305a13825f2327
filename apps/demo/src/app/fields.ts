/** One entry of the page's state: what it is at first, and how it is written into an address. */
export interface Field<T> {
  readonly initial: T;
  readonly write: (value: T) => string;
  /** Nothing for a text that somebody has mistyped: then the initial value stands. */
  readonly read: (text: string) => T | undefined;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

export const text = (initial: string, longest = 4000): Field<string> => ({
  initial,
  write: (value) => value,
  read: (value) => (value.length <= longest ? value : undefined),
});

export const choice = <const T extends string>(choices: readonly T[], initial: T): Field<T> => ({
  initial,
  write: (value) => value,
  read: (value) => choices.find((each) => each === value),
});

export const toggle = (initial: boolean): Field<boolean> => ({
  initial,
  write: (value) => (value ? "1" : "0"),
  read: (value) => (value === "1" ? true : value === "0" ? false : undefined),
});

/** Four decimals are finer than a pixel. */
const short = (value: number): string => String(Number(value.toFixed(4)));

export const number = (initial: number, from: number, to: number): Field<number> => ({
  initial,
  write: short,
  read: (value) => {
    const read = value.trim() === "" ? NaN : Number(value);
    return read >= from && read <= to ? read : undefined;
  },
});

const farthest = 1e6;

/** From one number to as many as a point of the page may have. */
export const numbers = (initial: readonly number[]): Field<readonly number[]> => ({
  initial,
  write: (value) => value.map(short).join(","),
  read: (value) => {
    const coordinates = value.split(",").map(number(0, -farthest, farthest).read);
    const read = coordinates.filter((each) => each !== undefined);
    return read.length === coordinates.length && read.length <= mostCoordinates ? read : undefined;
  },
});

/** More fields for numbers than this nobody fills in. */
const mostCoordinates = 12;

/** A point of the plane. */
export type Pair = readonly [x: number, y: number];

export const pair = (x: number, y: number): Field<Pair> => ({
  initial: [x, y],
  write: numbers([]).write,
  read: (value) => {
    const [first, second, ...others] = numbers([]).read(value) ?? [];
    if (first === undefined || second === undefined || others.length > 0) return undefined;
    return [first, second];
  },
});
