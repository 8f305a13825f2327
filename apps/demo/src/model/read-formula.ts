import { JacobianError, ParseError, type Scalar } from "jacobian";
import { tooLong } from "../app/fields.ts";
import {
  Formula,
  operations,
  parse,
  toFunction,
  toGeneric,
  toText,
  variablesOf,
} from "@jacobian/symbolic";

/** A formula just as it was typed: simplified it might have lost its kinks. */
export interface TypedFormula {
  readonly variables: readonly string[];
  /** The same function for any engine. */
  readonly f: (x: readonly Scalar[]) => Scalar;
  /** NaN where it has no value. */
  readonly value: (x: readonly number[]) => number;
}

/** What is wrong with a text, and from where in it. */
export interface Problem {
  readonly message: string;
  readonly offset: number;
}

export type Read = { readonly typed: TypedFormula } | { readonly problem: Problem };

export const refused = (message: string, offset = 0): Read => ({ problem: { message, offset } });

export interface ReadOptions {
  /** Its variables in order; as they come in the text if there are none. */
  readonly variables?: readonly Formula[];
  /** What is asked for, as an answer to several formulas. */
  readonly wanted: string;
  /** How many letters it may have, if not as many as other texts. */
  readonly longest?: number;
  /** How many operations it may have. */
  readonly heaviest: number;
}

const typedOf = (formula: Formula, variables: readonly Formula[]): TypedFormula => {
  const generic = toGeneric([formula], variables);
  const plain = toFunction(formula, variables, { generate: false });
  return {
    variables: variables.map(toText),
    f: (x) => generic([...x])[0],
    value: (x) => {
      try {
        return plain(...x);
      } catch (error) {
        if (error instanceof JacobianError) return NaN;
        throw error;
      }
    },
  };
};

/** Reads one formula; what is wrong with it is told, not thrown. */
export const readFormula = (source: string, options: ReadOptions): Read => {
  const { variables, wanted, longest, heaviest } = options;
  const long = tooLong(source, longest);
  if (long !== undefined) return refused(long);
  try {
    const formula: unknown = parse<string>(source, variables === undefined ? {} : { variables });
    if (!(formula instanceof Formula)) return refused(wanted);
    const count = operations(formula);
    if (count > heaviest)
      return refused(`It takes ${count} operations; up to ${heaviest} are looked at.`);
    return { typed: typedOf(formula, variables ?? variablesOf(formula)) };
  } catch (error) {
    if (error instanceof ParseError) return refused(error.message, error.offset);
    if (error instanceof JacobianError) return refused(error.message);
    throw error;
  }
};
