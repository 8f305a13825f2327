/** What the compiler makes of a text: all as text, so that it can cross from a worker. */
export interface Compiled {
  readonly ok: true;
  /** What was asked for. */
  readonly source: string;
  readonly variables: readonly string[];
  /** A text for each output, simplified. */
  readonly outputs: readonly string[];
  /** A row for each output, a column for each variable. */
  readonly jacobian: readonly (readonly string[])[];
  /** Of a square Jacobian. */
  readonly determinant: string | undefined;
  readonly latex: {
    readonly outputs: readonly string[];
    readonly variables: readonly string[];
    readonly jacobian: readonly (readonly string[])[];
    readonly determinant: string | undefined;
  };
  readonly code: { readonly latex: string; readonly javascript: string; readonly python: string };
  /** Operations of the outputs together with their derivatives. */
  readonly operations: number;
}

/** Why there is no formula, and from where in the text. */
export interface Refused {
  readonly ok: false;
  readonly source: string;
  readonly message: string;
  readonly offset: number;
}

export type Compilation = Compiled | Refused;

export interface Question {
  readonly id: number;
  readonly source: string;
  /** In order; empty for the order in which they come in the text. */
  readonly variables: string;
}

export interface Answer {
  readonly id: number;
  readonly compilation: Compilation;
}
