/** A queue that gives the entry of the largest key first (a binary heap). */
export class Heap<T> {
  readonly #entries: T[] = [];
  constructor(readonly key: (entry: T) => number) {}

  get entries(): readonly T[] {
    return this.#entries;
  }

  push(entry: T): void {
    const entries = this.#entries;
    let k = entries.push(entry) - 1;
    while (k > 0) {
      const above = (k - 1) >> 1;
      if (this.key(entries[above]!) >= this.key(entry)) break;
      entries[k] = entries[above]!;
      k = above;
    }
    entries[k] = entry;
  }

  pop(): T | undefined {
    const entries = this.#entries;
    const [first, last] = [entries[0], entries.pop()];
    if (last === undefined || entries.length === 0) return first;
    let k = 0;
    for (let child = 1; child < entries.length; child = 2 * k + 1) {
      const right = child + 1;
      const isRight =
        right < entries.length && this.key(entries[right]!) > this.key(entries[child]!);
      const next = isRight ? right : child;
      if (this.key(entries[next]!) <= this.key(last)) break;
      entries[k] = entries[next]!;
      k = next;
    }
    entries[k] = last;
    return first;
  }
}
