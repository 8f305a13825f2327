import type { Formula } from "./formula.ts";

type Entry = WeakRef<Formula> | undefined;

const emptied = (size: number): Entry[] => new Array<Entry>(size).fill(undefined);

/**
 * A set of formulas in which equal ones are found by their hash, so that each is made once. It holds
 * them weakly: what nobody keeps is collected.
 */
export class Interned {
  private hashes = new Int32Array(64);
  private entries = emptied(64);
  private used = 0;

  /** The formula of this hash that `same` recognises, or else a new one. */
  find(hash: number, same: (candidate: Formula) => boolean, make: () => Formula): Formula {
    const mask = this.entries.length - 1;
    let k = hash & mask;
    for (let entry = this.entries[k]; entry !== undefined; entry = this.entries[k]) {
      if (this.hashes[k] === hash) {
        const candidate = entry.deref();
        if (candidate !== undefined && same(candidate)) return candidate;
      }
      k = (k + 1) & mask;
    }
    const made = make();
    this.hashes[k] = hash;
    this.entries[k] = new WeakRef(made);
    if (++this.used * 2 > this.entries.length) this.rehash();
    return made;
  }

  /** Drops what has been collected, and makes room for three times the rest. */
  private rehash(): void {
    const { hashes, entries } = this;
    let alive = 0;
    for (let k = 0; k < entries.length; k++) {
      if (entries[k]?.deref() === undefined) entries[k] = undefined;
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
