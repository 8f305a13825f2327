import { column, row, singularValues, volume } from "jacobian";
import type { Model, Sample } from "../../model/model.ts";
import { determinantOf } from "../../model/determinant.ts";
import { shown } from "../../ui/numbers.ts";
import { Tex } from "../../ui/tex.tsx";
import type { Part } from "./part.ts";

export interface ReadingProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly part: Part;
}

const listed = (values: Iterable<number>): string => [...values].map(shown).join(", ");

const RowReading = ({ model, sample, index }: ReadingProps & { readonly index: number }) => (
  <p>
    Row {index + 1} is the gradient of output {index + 1}: ({listed(row(sample.jacobian, index))}).
    It points to where that output grows fastest, across its level lines, and is as long as the
    output grows per unit of length{model.variables.length === 2 ? "; the picture shows it" : ""}.
  </p>
);

const ColumnReading = ({ model, sample, index }: ReadingProps & { readonly index: number }) => (
  <p>
    Column {index + 1} is the sensitivity to {model.variables[index]}: move {model.variables[index]}{" "}
    by a small h, and the outputs move by h·({listed(column(sample.jacobian, index))}).
  </p>
);

const shapeOf = ({ model, sample }: ReadingProps): string => {
  const [rows, cols] = [model.outputs.length, model.variables.length];
  if (rows === 1) {
    return `1×${cols}: a scalar function. Its Jacobian is a row, and the gradient is that row as a column.`;
  }
  if (cols === 1) {
    return `${rows}×1: a curve. Its Jacobian is the velocity, tangent to it.`;
  }
  if (rows === cols) {
    const determinant = determinantOf(sample) ?? NaN;
    const turned = determinant < 0 ? "; its sign says that J turns them over" : "";
    return `${rows}×${cols}: square, so there is a determinant: ${shown(determinant)}. Its size is the factor by which J multiplies volumes${turned}.`;
  }
  return rows > cols
    ? `${rows}×${cols}: tall. There is no determinant, but √det(JᵀJ) = ${shown(volumeAt(model, sample))}, by which lengths or areas grow on the image.`
    : `${rows}×${cols}: wide. There is no determinant: more directions go in than come out, and some go to nothing.`;
};

const stretchOf = ({ model, sample }: ReadingProps): string => {
  const values = listed(singularValues(sample.jacobian));
  if (model.variables.length === 1)
    return `Singular value: ${values}. It is the speed: so much longer than the step of ${model.variables[0]!} is that of the output.`;
  if (model.outputs.length === 1)
    return `Singular value: ${values}. It is the length of the gradient: no unit step changes the output by more.`;
  return `Singular values: ${values}. A unit circle around the point becomes an ellipse with these as its half axes.`;
};

const volumeAt = ({ generic }: Model, { x }: Sample): number => volume(generic)([...x]);

/** What the picked part of the Jacobian says, in words. */
export const Reading = (props: ReadingProps) => {
  const { model, part } = props;
  return (
    <section className="reading" aria-label="What the matrix says">
      <div aria-live="polite">
        {part.kind === "whole" && <p>Pick a row or a column by its heading.</p>}
        {part.kind === "row" && <RowReading {...props} index={part.index} />}
        {part.kind === "column" && <ColumnReading {...props} index={part.index} />}
      </div>
      <p data-testid="shape">{shapeOf(props)}</p>
      <p>{stretchOf(props)}</p>
      {model.latex.determinant !== undefined && (
        <Tex tex={`\\det J = ${model.latex.determinant}`} display />
      )}
    </section>
  );
};
