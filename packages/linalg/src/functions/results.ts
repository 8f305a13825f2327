/** A place in the tree of lists: what comes next in a longer one, and what is known of the list that ends here. */
interface Place<T> {
  readonly next: Map<unknown, Place<T>>;
  result?: T;
}

const place = <T>(): Place<T> => ({ next: new Map() });

/** To a Map −0 is 0, to atan2 it is another number. */
const keyOf = (part: unknown): unknown => (Object.is(part, -0) ? "−0" : part);

/** What was made of lists of parts. Parts are the same if they are identical. */
export class Results<T> {
  private readonly root = place<T>();

  /** The result for these parts, made when it is first asked for. */
  of(parts: readonly unknown[], make: () => T): T {
    let at = this.root;
    for (const part of parts.map(keyOf)) {
      const before = at.next.get(part);
      const next = before ?? place<T>();
      if (before === undefined) at.next.set(part, next);
      at = next;
    }
    return (at.result ??= make());
  }
}
