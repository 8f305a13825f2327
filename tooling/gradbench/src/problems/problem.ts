/** A function's arguments are read once from the message's input; only the function is timed. */
type Functions<A extends readonly unknown[]> = Readonly<Record<string, (...args: A) => unknown>>;

/** A problem of GradBench: functions by their names in the protocol. */
interface Spec<I, A extends readonly unknown[]> {
  /** The arguments, from the input of a message. */
  readonly read: (input: I) => A;
  /** The objective and its derivative, by the packages. */
  readonly functions: Functions<A>;
  /** The same by loops that a person would write. */
  readonly byHand: Functions<A>;
}

/** Who does the work. */
export type Author = "packages" | "by hand";

export interface Problem {
  readonly names: readonly string[];
  /**
   * The work of a function at the input of a message: each call does all of it and gives the output,
   * which JSON shows as the protocol wants it.
   * @throws Error for a function of another name.
   */
  readonly work: (name: string, input: unknown, author?: Author) => () => unknown;
}

/** The same, whatever its input and arguments are. */
export const problem = <I, A extends readonly unknown[]>(spec: Spec<I, A>): Problem => ({
  names: Object.keys(spec.functions),
  work: (name, input, author = "packages") => {
    const functions = author === "packages" ? spec.functions : spec.byHand;
    const f = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (f === undefined) {
      const names = Object.keys(functions).join(", ");
      throw new Error(
        `evaluate: expected one of ${names}, got "${name}"; name a function of the module`,
      );
    }
    // What comes from outside is taken at its word; a wrong input is an error of the evaluation.
    const args = spec.read(input as I);
    return () => f(...args);
  },
});
