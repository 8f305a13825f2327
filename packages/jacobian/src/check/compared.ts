import type { Road } from "./roads.ts";

/** A road beside the first. */
export interface Compared {
  readonly road: string;
  /** The largest difference from the first road, as a part of the largest entry of its row; undefined if not compared. */
  readonly difference: number | undefined;
  readonly agrees: boolean | undefined;
  readonly note: string;
}

/** An entry of the Jacobian on which roads do not agree. */
export interface Disagreement {
  /** The row: an entry of the output. */
  readonly output: number;
  /** The column: an entry of the input. */
  readonly input: number;
  /** What each road says. */
  readonly values: Readonly<Record<string, number>>;
}

/** Parts of the largest entry of a row by which engines may differ, and differences beyond their own errors. */
const [rounding, trusted] = [1e-9, 1e-6];

/** So many of an error that is itself a guess are allowed; beyond this part of the row it proves nothing. */
const [estimates, useless] = [100, 1e-3];

/** The entries on which `road` differs from `first`, row by row, and the largest difference. */
const differing = (first: Float64Array, road: Road, cols: number) => {
  const wrong: number[] = [];
  let [most, rough] = [0, 0];
  const { entries = first, errors } = road;
  first.forEach((expected, k) => {
    const start = k - (k % cols);
    const size = first.subarray(start, start + cols).reduce((m, e) => Math.max(m, Math.abs(e)), 0);
    const error = errors?.[k];
    const gap = Object.is(expected, entries[k]) ? 0 : Math.abs(expected - entries[k]!);
    // A gap that is not finite is one; infinite errors belong to what no difference can see.
    const isSeen =
      Number.isFinite(expected) && error! <= useless * Math.max(size, error! > 0 ? 1e-9 : 0);
    if (error !== undefined && !isSeen) {
      rough++;
      return;
    }
    const allowed = error === undefined ? rounding * size : estimates * error + trusted * size;
    if (gap !== 0 && !(gap <= allowed)) wrong.push(k);
    most = Math.max(most, size > 0 ? gap / size : gap);
  });
  return { wrong, most, rough };
};

const compare = (first: Float64Array, road: Road, cols: number) => {
  const { name, entries, note = "", failed = false } = road;
  if (entries === undefined) {
    // Where there is no derivative, an engine may refuse.
    const agrees = failed && first.every(Number.isFinite) ? false : undefined;
    return { wrong: [], compared: { road: name, difference: undefined, agrees, note } };
  }
  if (entries.length !== first.length) {
    const other = `${entries.length} entries, not ${first.length}`;
    return {
      wrong: [],
      compared: { road: name, difference: undefined, agrees: false, note: other },
    };
  }
  const { wrong, most, rough } = differing(first, road, cols);
  const unseen = rough === 0 ? "" : `${rough} of ${first.length} entries too rough to tell`;
  return {
    wrong,
    compared: {
      road: name,
      difference: rough === first.length && rough > 0 ? undefined : most,
      agrees: wrong.length === 0,
      note: note === "" ? unseen : note,
    },
  };
};

/** All roads beside the first that leads somewhere, and the first entry on which any of them differs. */
export const comparedRoads = (
  roads: readonly Road[],
  cols: number,
): { readonly lines: readonly Compared[]; readonly disagreement: Disagreement | undefined } => {
  const first = roads.find(({ entries }) => entries !== undefined)?.entries ?? new Float64Array(0);
  const all = roads.map((road) => compare(first, road, cols));
  const wrong = all.flatMap((each) => each.wrong);
  const lines = all.map(({ compared }) => compared);
  if (wrong.length === 0) return { lines, disagreement: undefined };
  const k = Math.min(...wrong);
  const values = Object.fromEntries(
    roads.flatMap(({ name, entries }) => (entries === undefined ? [] : [[name, entries[k]!]])),
  );
  return { lines, disagreement: { output: Math.floor(k / cols), input: k % cols, values } };
};
