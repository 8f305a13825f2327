import type { Pair } from "../../app/fields.ts";
import type { Line } from "./program.ts";

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Which operand of its line it brings. */
  readonly operand: number;
  readonly path: readonly Pair[];
}

export interface Layout {
  /** The middle of each line's box. */
  readonly places: readonly Pair[];
  readonly edges: readonly Edge[];
  readonly width: number;
  readonly height: number;
}

export const box = { width: 148, height: 72 };
/** Between columns a slope has room on its arrow. */
const gap = { x: 80, y: 18 };
const margin = 8;

/** A line in its column, or room for an edge that passes by. */
interface Item {
  readonly line: number;
  readonly passes: boolean;
}

const columnsOf = (lines: readonly Line[]): readonly number[] => {
  const columns: number[] = [];
  for (const { operands } of lines)
    columns.push(operands.reduce((most, k) => Math.max(most, columns[k]! + 1), 0));
  return columns;
};

const heightOf = ({ passes }: Item): number => (passes ? 16 : box.height) + gap.y;

/** Where each would like to be, in order and without overlap, with the middle of all unmoved. */
const spread = (
  items: readonly Item[],
  wish: (item: Item) => number,
): ReadonlyMap<Item, number> => {
  const ordered = items.toSorted((a, b) => wish(a) - wish(b));
  const placed = new Map<Item, number>();
  let [end, off] = [-Infinity, 0];
  for (const item of ordered) {
    const half = heightOf(item) / 2;
    const y = Math.max(wish(item), end + half);
    placed.set(item, y);
    end = y + half;
    off += (y - wish(item)) / items.length;
  }
  return new Map([...placed].map(([item, y]) => [item, y - off]));
};

/** A drawing from left to right, each line one column after its last operand. */
export const layoutOf = (lines: readonly Line[]): Layout => {
  const columns = columnsOf(lines);
  const count = 1 + Math.max(...columns);
  const lastUse = lines.map((_, k) =>
    lines.reduce(
      (last, { operands }, user) => (operands.includes(k) ? Math.max(last, columns[user]!) : last),
      0,
    ),
  );
  /** By column, then by line: the height of the line, or of the edge from it. */
  const heights: ReadonlyMap<number, number>[] = [];
  for (let column = 0; column < count; column++) {
    const items = lines.flatMap((_, line): readonly Item[] => {
      if (columns[line] === column) return [{ line, passes: false }];
      return columns[line]! < column && lastUse[line]! > column ? [{ line, passes: true }] : [];
    });
    const before = heights.at(-1);
    const wish = ({ line, passes }: Item): number => {
      const sources = passes ? [line] : lines[line]!.operands;
      if (before === undefined || sources.length === 0) return line * (box.height + gap.y);
      return sources.reduce((sum, k) => sum + (before.get(k) ?? 0), 0) / sources.length;
    };
    heights.push(new Map([...spread(items, wish)].map(([{ line }, y]) => [line, y])));
  }
  const all = heights.flatMap((column) => [...column.values()]);
  const top = Math.min(...all) - box.height / 2 - margin;
  const xOf = (column: number) => margin + box.width / 2 + column * (box.width + gap.x);
  const placeIn = (line: number, column: number): Pair => [
    xOf(column),
    heights[column]!.get(line)! - top,
  ];
  const places = lines.map((_, line) => placeIn(line, columns[line]!));
  const edges = lines.flatMap(({ operands }, to) =>
    operands.map((from, operand): Edge => {
      const [start, end] = [places[from]!, places[to]!];
      const passed = Array.from({ length: columns[to]! - columns[from]! - 1 }, (_, k) =>
        placeIn(from, columns[from]! + 1 + k),
      );
      const spot = end[1] + ((operand + 1) / (operands.length + 1) - 0.5) * box.height * 0.8;
      return {
        from,
        to,
        operand,
        path: [
          [start[0] + box.width / 2, start[1]],
          ...passed.flatMap(([x, y]): readonly Pair[] => [
            [x - box.width / 2, y],
            [x + box.width / 2, y],
          ]),
          [end[0] - box.width / 2, spot],
        ],
      };
    }),
  );
  return {
    places,
    edges,
    width: xOf(count - 1) + box.width / 2 + margin,
    height: Math.max(...all) - top + box.height / 2 + margin,
  };
};
