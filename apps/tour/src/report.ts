/** Where a program writes, a line at a time. */
export interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/**
 * What the tour prints, and how many of the agreements that it checks failed.
 * A check's figure is relative: to the largest entry of what it is compared with.
 */
export class Report {
  readonly #io: Io;
  #stops = 0;
  #checks = 0;
  #failed = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  get checks(): number {
    return this.#checks;
  }

  get failed(): number {
    return this.#failed;
  }

  stop(title: string): void {
    const heading = `${(this.#stops += 1)}. ${title}`;
    this.print("", heading, "─".repeat(heading.length));
  }

  print(...lines: string[]): void {
    for (const line of lines.join("\n").split("\n")) this.#io.out(line.trimEnd());
  }

  /** Rows of cells, aligned: the first column to the left, the others to the right. */
  table(...rows: string[][]): void {
    const width = (k: number) => Math.max(...rows.map((row) => row[k]?.length ?? 0));
    const pad = (cell: string, k: number) =>
      k === 0 ? cell.padEnd(width(k)) : cell.padStart(width(k));
    this.print(...rows.map((row) => `  ${row.map(pad).join("   ")}`));
  }

  /** Prints `figure` and whether it holds; NaN never does. */
  atMost(bound: number, what: string, figure: number): void {
    this.#check(figure <= bound, `${what}: ${short(figure)} (at most ${short(bound)})`);
  }

  /** As atMost, from the other side. */
  atLeast(bound: number, what: string, figure: number): void {
    this.#check(figure >= bound, `${what}: ${short(figure)} (at least ${short(bound)})`);
  }

  #check(holds: boolean, text: string): void {
    this.#checks += 1;
    if (!holds) this.#failed += 1;
    this.print(`  ${holds ? "✓" : "✗ FAILED"} ${text}`);
  }
}

/** Three digits, for the size of a difference. */
export const short = (x: number): string => String(Number(x.toPrecision(3)));

/** Six digits, for reading. */
export const plain = (x: number): string => withDigits(x, 6);

/** Eleven digits, as many as NIST certifies. */
export const long = (x: number): string => withDigits(x, 11);

const withDigits = (x: number, digits: number): string => {
  if (x === 0) return "0";
  const ordinary = Math.abs(x) >= 1e-3 && Math.abs(x) < 1e6;
  return ordinary ? x.toPrecision(digits) : x.toExponential(digits - 1);
};
