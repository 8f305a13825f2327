import { kinks } from "@jacobian/nonsmooth";
import { useMemo } from "react";
import { column, rcond } from "jacobian";
import { Prose } from "../../app/part.tsx";
import { determinantOf } from "../../model/determinant.ts";
import type { Model, Sample } from "../../model/model.ts";
import { matrixTex, numbersOf } from "../../ui/matrix-tex.ts";
import { shown, shownPoint } from "../../ui/numbers.ts";
import { Tex } from "../../ui/tex.tsx";
import { DeterminantLegend } from "./determinant-legend.tsx";

export interface JacobianReadingProps {
  readonly model: Model;
  readonly sample: Sample;
}

const columnClasses = ["first", "second"] as const;

/** A matrix whose two columns have the colours of their arrows. */
const colored = (rows: readonly (readonly string[])[]): string =>
  matrixTex(
    rows.map((row) => row.map((tex, j) => `\\htmlClass{column-${columnClasses[j]!}}{${tex}}`)),
  );

/** Columns that are dependent up to rounding have a reciprocal condition number below this. */
const rounding = 1e-14;

/** What J is at a kink, or what its determinant says. */
const said = (model: Model, sample: Sample, determinant: number): string => {
  const [kink] = kinks(model.generic)(sample.x);
  if (kink !== undefined) {
    return `: ${kink.name} has a kink here. J holds the slopes that a convention takes; the view Kinks shows what others there are.`;
  }
  if (rcond(sample.jacobian) < rounding) {
    return ": the parallelogram collapses. J cannot be inverted, so the map has no differentiable inverse here.";
  }
  const turned = determinant < 0 ? " and turns it over" : "";
  return `: near ${shownPoint(sample.x)} the map multiplies areas by ${shown(Math.abs(determinant))}${turned}.`;
};

const Determinant = ({ model, sample }: JacobianReadingProps) => {
  const determinant = determinantOf(sample) ?? 0;
  return (
    <p className="two-lines" aria-live="polite" data-testid="determinant">
      det J = <strong>{shown(determinant)}</strong>
      {said(model, sample, determinant)}
    </p>
  );
};

/** J at the point as formulas and as numbers, and what its columns and its determinant say. */
export const JacobianReading = ({ model, sample }: JacobianReadingProps) => {
  const { jacobian } = sample;
  const formulas = useMemo(() => colored(model.latex.jacobian), [model]);
  const { determinant } = model.latex;
  return (
    <section className="reading" aria-label="What the picture says">
      <Determinant model={model} sample={sample} />
      <Prose>
        <div className="row" data-testid="jacobian">
          <Tex tex={`J = ${formulas}`} display />
          <Tex tex={`= ${colored(numbersOf(jacobian))}`} display />
        </div>
        <p>
          {columnClasses.map((name, j) => (
            <span key={name} className={`column-${name}`}>
              <span className={`swatch ${name}`} /> {j === 0 ? "First" : "Second"} column: a small
              step h in {model.variables[j]} moves the image by h·
              {shownPoint([...column(jacobian, j)])}.{" "}
            </span>
          ))}
        </p>
        {determinant !== undefined && <Tex tex={`\\det J = ${determinant}`} display />}
        <DeterminantLegend />
      </Prose>
    </section>
  );
};
