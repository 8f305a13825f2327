import { readFormula, refused, type Read, type TypedFormula } from "../../model/read-formula.ts";

/** A formula of one or two variables with its kinks. */
export type Kinked = TypedFormula;

/** Every selection of its kinks is an evaluation. */
const heaviest = 200;

/** Reads a formula of one or two variables; what is wrong with it is told, not thrown. */
export const readKinked = (source: string): Read => {
  const read = readFormula(source, {
    wanted: "Write one formula: a kink of one number.",
    heaviest,
  });
  if ("problem" in read) return read;
  const count = read.typed.variables.length;
  return count === 1 || count === 2
    ? read
    : refused(`Write a formula of one or two variables; this one has ${count}.`);
};
