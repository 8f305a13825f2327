/** Under what a key is looked up: −0 is not 0, and lists of the same numbers are the same. */
const sorted = (key: unknown): unknown => {
  if (Object.is(key, -0)) return "-0";
  if (!Array.isArray(key) || !key.every((part) => typeof part === "number")) return key;
  return key.map(sorted).join();
};

type Branch = Map<unknown, unknown>;

/** What has been made for a sequence of keys; none of them is the beginning of another. */
export class Memo<T> {
  private readonly root: Branch = new Map();

  /** What `make` gave for these keys, compared one by one. */
  recall(keys: readonly unknown[], make: () => T): T {
    let branch = this.root;
    const last = keys.length - 1;
    for (let k = 0; k < last; k++) {
      const key = sorted(keys[k]);
      // Every value but that of the last key is a branch, since no sequence begins another.
      let next = branch.get(key) as Branch | undefined;
      if (next === undefined) branch.set(key, (next = new Map()));
      branch = next;
    }
    const key = sorted(keys[last]);
    if (!branch.has(key)) branch.set(key, make());
    // Set under a last key: a T.
    return branch.get(key) as T;
  }
}
