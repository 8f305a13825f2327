let last = 0;

/**
 * A level no transformation has had before. Nested derivatives do not see each other's ε because
 * every call takes its own level and, in a mixed operation, the higher level wins and holds the
 * other operand constant (Siskind & Pearlmutter 2005).
 * @example
 * nextLevel() < nextLevel(); // true
 */
export const nextLevel = (): number => ++last;
