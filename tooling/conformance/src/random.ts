/**
 * Numbers in [−1, 1), the same for the same seed: Marsaglia's xorshift with the triple (13, 17, 5)
 * (Journal of Statistical Software 8, 2003).
 */
export const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
};

/** A seed other than 0 for a name: FNV-1a of its characters. */
export const seedOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash === 0 ? 1 : hash;
};
