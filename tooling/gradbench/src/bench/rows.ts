import { caseNames, problemOf } from "../inputs/cases.ts";
import { problems } from "../problems/all.ts";
import type { Figures } from "./measure-function.ts";
import { cpp } from "./recorded.ts";

/** A derivative, and the value that it is measured against, if the problem has one. */
export interface Row {
  readonly title: string;
  readonly name: string;
  readonly value?: string;
  readonly derivative: string;
}

/** All derivatives. `particle` and `saddle` have no value: each of their functions differentiates. */
export const rows: readonly Row[] = caseNames.flatMap((name): Row[] => {
  const [first = "", ...others] = problems.get(problemOf(name))!.names;
  const [derivative] = others;
  if (derivative !== undefined && others.length === 1)
    return [{ title: name, name, value: first, derivative }];
  return [first, ...others].map((f) => ({ title: `${name} ${f}`, name, derivative: f }));
});

/** A row with what was measured, in nanoseconds, megabytes and ratios. */
export interface Measured {
  readonly title: string;
  readonly value?: number;
  readonly derivative: number;
  readonly derivativePerValue?: number;
  readonly valueByHand?: number;
  readonly derivativeByHand: number;
  readonly derivativePerValueByHand?: number;
  readonly derivativePerDerivativeByHand: number;
  readonly tensorflow?: number;
  /** Recorded, not measured here. */
  readonly cppByHand?: number;
  readonly codipack?: number;
  readonly peakMegabytes: number;
  readonly megabytesBefore: number;
  readonly difference: number;
}

const rounded = (x: number): number => Number(x.toPrecision(3));

/** Without the fields that are undefined. */
const present = <T extends object>(fields: T): T =>
  // What is left out was optional.
  Object.fromEntries(Object.entries(fields).filter(([, x]) => x !== undefined)) as T;

export const measured = (row: Row, derivative: Figures, value?: Figures): Measured => {
  const recorded = cpp.get(row.title);
  const [ours, byHand] = [derivative.nanoseconds["packages"]!, derivative.nanoseconds["by hand"]!];
  const over = (x: number | undefined) => (x === undefined ? undefined : rounded(ours / x));
  const nanoseconds = (x: number | undefined) => (x === undefined ? undefined : rounded(1e6 * x));
  const fields = {
    title: row.title,
    value: value?.nanoseconds["packages"],
    derivative: ours,
    derivativePerValue: over(value?.nanoseconds["packages"]),
    valueByHand: value?.nanoseconds["by hand"],
    derivativeByHand: byHand,
    derivativePerValueByHand: over(value?.nanoseconds["by hand"]),
    derivativePerDerivativeByHand: rounded(ours / byHand),
    tensorflow: derivative.nanoseconds["tensorflow"],
    cppByHand: nanoseconds(recorded?.derivative),
    codipack: nanoseconds(recorded?.codipack),
    peakMegabytes: derivative.peak,
    megabytesBefore: derivative.before,
    difference: derivative.differences["packages"]!,
  };
  // Optional fields that are undefined are left out.
  return present(fields) as Measured;
};
