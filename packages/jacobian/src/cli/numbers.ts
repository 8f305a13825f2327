import { type Matrix, type Scalar, describe, value } from "@jacobian/core";
import { jvp } from "@jacobian/dual";
import { cond, rank, singularValues } from "@jacobian/linalg";
import { evaluate, type Formula, toGeneric, toText } from "@jacobian/symbolic";
import { vjp } from "@jacobian/tape";
import { hessian } from "../hessian.ts";
import { jacobian } from "../jacobian.ts";
import { signedVolume } from "../signed-volume.ts";
import { variablesOf } from "./point.ts";
import type { Question } from "./question.ts";

/** What can be said of a Jacobian without NaN or ∞. */
interface Qualities {
  /** det J, or √det JᵀJ; undefined of a map to fewer dimensions. */
  readonly scale: number | undefined;
  readonly rank: number;
  /** Infinite where the rank is not full. */
  readonly condition: number;
  readonly singularValues: readonly number[];
}

/** All numbers at a point, computed from the formulas by the engines, not from their derivatives as formulas. */
export interface Numbers {
  readonly point: ReadonlyMap<string, number>;
  readonly value: readonly number[];
  readonly jacobian: Matrix;
  readonly qualities: Qualities | undefined;
  readonly hessians: readonly Matrix[] | undefined;
  readonly jvp: readonly number[] | undefined;
  readonly vjp: readonly number[] | undefined;
  /** Why something is missing or no number. */
  readonly problems: readonly string[];
}

type Map = (x: readonly Scalar[]) => readonly Scalar[];

/** The formulas as a function of the variables; other names are the parameters that the point says. */
const functionOf = ({ formulas, names }: Question, point: ReadonlyMap<string, number>): Map => {
  const parameters = [...point.keys()].filter((name) => !names.includes(name));
  const f = toGeneric(formulas, variablesOf([...names, ...parameters]));
  const constants = parameters.map((name) => point.get(name)!);
  return (x) => f([...x, ...constants]);
};

const qualitiesOf = (J: Matrix): Qualities | undefined => {
  if (!J.data.every(Number.isFinite)) return undefined;
  const fullRank = Math.min(J.rows, J.cols);
  const found = rank(J);
  return {
    scale: J.rows < J.cols ? undefined : value(signedVolume(J)),
    rank: found,
    condition: found < fullRank ? Infinity : cond(J),
    singularValues: [...singularValues(J)],
  };
};

const partsOf = (formula: Formula): readonly Formula[] => {
  const parts = new Set([formula]);
  for (const part of parts) for (const operand of part.operands) parts.add(operand);
  return [...parts].sort((a, b) => a.order - b.order);
};

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The first part of a formula that is no number though its operands are. */
const culprit = (formula: Formula, point: ReadonlyMap<string, number>): string => {
  const parts = partsOf(formula);
  const values = new Map(evaluate(parts, point).map((x, k) => [parts[k]!, x]));
  const isNumber = (part: Formula) => Number.isFinite(values.get(part));
  const first = parts.find((part) => !isNumber(part) && part.operands.every(isNumber)) ?? formula;
  return `${clipped(toText(first))} is ${describe(values.get(first))}`;
};

export const placeText = (point: ReadonlyMap<string, number>): string =>
  [...point].map(([name, x]) => `${name} = ${describe(x)}`).join(", ");

const problemsOf = (
  { formulas }: Question,
  point: ReadonlyMap<string, number>,
  value: readonly number[],
  J: Matrix,
): readonly string[] => {
  const place = placeText(point);
  const outside = formulas.flatMap((formula, k) =>
    Number.isFinite(value[k])
      ? []
      : [`formula ${k + 1} has no finite value at ${place}: ${culprit(formula, point)}`],
  );
  if (outside.length > 0 || J.data.every(Number.isFinite)) return outside;
  const k = J.toJSON().findIndex((row) => !row.every(Number.isFinite));
  return [`formula ${k + 1} has no finite derivative at ${place}`];
};

export const numbersAt = (question: Question, point: ReadonlyMap<string, number>): Numbers => {
  const f = functionOf(question, point);
  const { names, formulas, v, w } = question;
  const x = names.map((name) => point.get(name)!);
  const value = f(x).map(Number);
  const J = jacobian(f)(x);
  return {
    point,
    value,
    jacobian: J,
    qualities: qualitiesOf(J),
    hessians: question.hessian
      ? formulas.map((_, k) => hessian((y: readonly Scalar[]) => f(y)[k]!)(x))
      : undefined,
    jvp: v && jvp(f)(x, v).tangent.map(Number),
    vjp: w && vjp(f)(x, w).cotangent.map(Number),
    problems: problemsOf(question, point, value, J),
  };
};
