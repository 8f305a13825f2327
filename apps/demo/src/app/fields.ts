/** One entry of the page's state: what it is at first, and how it is written into an address. */
export interface Field<T> {
  readonly initial: T;
  readonly write: (value: T) => string;
  /** Nothing for a text that somebody has mistyped: then the initial value stands. */
  readonly read: (text: string) => T | undefined;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** A longer text is none that a link should carry. */
const longestText = 4000;

/** What to tell about a text that no link would bring back; nothing of one that is short enough. */
export const tooLong = (text: string, longest = longestText): string | undefined =>
  text.length <= longest
    ? undefined
    : `It has ${text.length} letters; up to ${longest} fit into a link.`;

export const text = (initial: string, longest = longestText): Field<string> => ({
  initial,
  write: (value) => value,
  read: (value) => (tooLong(value, longest) === undefined ? value : undefined),
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

/** Four decimals are finer than a pixel; what is smaller keeps its first digits, so that it does not become 0. */
export const short = (value: number): string =>
  String(Number(Math.abs(value) < 0.1 ? value.toPrecision(4) : value.toFixed(4)));

export const number = (initial: number, from: number, to: number): Field<number> => ({
  initial,
  write: short,
  read: (value) => {
    const read = value.trim() === "" ? NaN : Number(value);
    return read >= from && read <= to ? read : undefined;
  },
});

/** No point is farther away. */
export const farthest = 1e6;

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
