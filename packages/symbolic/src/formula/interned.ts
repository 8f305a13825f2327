import type { Formula } from "./formula.ts";

type Entry = Formula | WeakRef<Formula> | undefined;

const emptied = (size: number): Entry[] => new Array<Entry>(size).fill(undefined);

/** What an entry stands for, if it is still there. */
const held = (entry: Entry): Formula | undefined =>
  entry instanceof WeakRef ? entry.deref() : entry;

/**
 * A set of formulas in which equal ones are found by their hash, so that each is made once. The newest
 * are held as they are, since a weak reference costs more than the formula; the others weakly: what
 * nobody keeps is collected.
 */
export class Interned {
  private hashes = new Int32Array(64);
  private entries = emptied(64);
  private used = 0;
  private strong = 0;

  /** @param newest How many formulas at the most are kept alive: by default some ten megabytes. */
  constructor(private readonly newest = 2 ** 16) {}

  /** The formula of this hash that `same` recognises, or else a new one. */
  find(hash: number, same: (candidate: Formula) => boolean, make: () => Formula): Formula {
    const mask = this.entries.length - 1;
    let k = hash & mask;
    for (let entry = this.entries[k]; entry !== undefined; entry = this.entries[k]) {
      if (this.hashes[k] === hash) {
        const candidate = held(entry);
        if (candidate !== undefined && same(candidate)) return candidate;
      }
      k = (k + 1) & mask;
    }
    const made = make();
    this.hashes[k] = hash;
    this.entries[k] = made;
    if (++this.strong > this.newest) this.release();
    if (++this.used * 2 > this.entries.length) this.rehash();
    return made;
  }

  /** From now on the formulas are held weakly. */
  private release(): void {
    const { entries } = this;
    for (let k = 0; k < entries.length; k++) {
      const entry = entries[k];
      if (entry !== undefined && !(entry instanceof WeakRef)) entries[k] = new WeakRef(entry);
    }
    this.strong = 0;
  }

  /** Drops what has been collected, and makes room for three times the rest. */
  private rehash(): void {
    const { hashes, entries } = this;
    let alive = 0;
    for (let k = 0; k < entries.length; k++) {
      if (held(entries[k]) === undefined) entries[k] = undefined;
      else alive++;
    }
    const size = Math.max(64, 2 ** Math.ceil(Math.log2(4 * alive + 1)));
    this.hashes = new Int32Array(size);
    this.entries = emptied(size);
    this.used = alive;
    for (let from = 0; from < entries.length; from++) {
      if (entries[from] === undefined) continue;
      let k = hashes[from]! & (size - 1);
      while (this.entries[k] !== undefined) k = (k + 1) & (size - 1);
      this.hashes[k] = hashes[from]!;
      this.entries[k] = entries[from];
    }
  }
}

/** A hash of two. */
export const mix = (h: number, k: number): number => {
  h = Math.imul(h ^ k, 0x9e3779b1);
  return h ^ (h >>> 15);
};

/** A hash of a text. */
export const hashOf = (text: string): number => {
  let h = 7;
  for (let k = 0; k < text.length; k++) h = mix(h, text.charCodeAt(k));
  return h;
};
