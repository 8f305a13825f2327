import { farthest, short } from "../app/fields.ts";

export interface CoordinatesProps {
  readonly legend: string;
  readonly names: readonly string[];
  readonly value: readonly number[];
  readonly step?: number;
  readonly onChange: (value: readonly number[]) => void;
}

/** A number field for each coordinate: a point that can be dragged can be typed as well. */
export const Coordinates = ({ legend, names, value, step = 0.1, onChange }: CoordinatesProps) => (
  <fieldset className="coordinates">
    <legend>{legend}</legend>
    {value.map((coordinate, k) => (
      <label key={k}>
        {names[k] ?? `x${k + 1}`}{" "}
        <input
          type="number"
          step={step}
          value={short(coordinate)}
          onChange={({ target }) => {
            const next = target.valueAsNumber;
            if (Math.abs(next) <= farthest) onChange(value.with(k, next));
          }}
        />
      </label>
    ))}
  </fieldset>
);
