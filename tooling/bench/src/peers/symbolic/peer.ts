/** The gradient of a formula as a package has it: read at a point when its answer is asked for. */
export type GradientAt = (at: readonly number[]) => readonly number[];

/** Reads a formula; what it gives differentiates it by each variable and simplifies the derivatives, as the package does. */
export type SymbolicPeer = (text: string, names: readonly string[]) => Promise<() => GradientAt>;

/** Values by name. */
export const scopeOf = (names: readonly string[], at: readonly number[]): Record<string, number> =>
  Object.fromEntries(names.map((name, k) => [name, at[k]!]));
