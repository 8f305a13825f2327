import { JacobianError, ParseError, type Scalar } from "jacobian";
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
export interface Kinked {
  readonly f: (x: readonly Scalar[]) => Scalar;
  readonly variables: readonly string[];
  /** NaN where it has no value. */
  readonly value: (x: readonly number[]) => number;
}

interface Problem {
  readonly message: string;
  readonly offset: number;
}

export type Read = { readonly kinked: Kinked } | { readonly problem: Problem };

/** Every selection of its kinks is an evaluation. */
const heaviest = 200;

const refused = (message: string, offset = 0): Read => ({ problem: { message, offset } });

/** Reads a formula of one or two variables; what is wrong with it is told, not thrown. */
export const readKinked = (source: string): Read => {
  try {
    const formula: unknown = parse<string>(source);
    if (!(formula instanceof Formula)) return refused("Write one formula: a kink of one number.");
    const variables = variablesOf(formula);
    if (variables.length < 1 || variables.length > 2)
      return refused(`Write a formula of one or two variables; this one has ${variables.length}.`);
    if (operations(formula) > heaviest)
      return refused(
        `It takes ${operations(formula)} operations; up to ${heaviest} are looked at.`,
      );
    const generic = toGeneric([formula], variables);
    const plain = toFunction(formula, variables, { generate: false });
    return {
      kinked: {
        f: (x) => generic([...x])[0],
        variables: variables.map(toText),
        value: (x) => {
          try {
            return plain(...x);
          } catch (error) {
            if (error instanceof JacobianError) return NaN;
            throw error;
          }
        },
      },
    };
  } catch (error) {
    if (error instanceof ParseError) return refused(error.message, error.offset);
    if (error instanceof JacobianError) return refused(error.message);
    throw error;
  }
};
