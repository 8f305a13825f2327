import { shown } from "../../ui/numbers.ts";
import type { Measured } from "./measure.ts";
import { agreement, orientationOf } from "./words.ts";

export interface AmountsProps {
  readonly measured: Measured;
  /** Whether the density is 1, so that its integral is the area. */
  readonly isArea: boolean;
}

/** The integral over the image, by |det J| and by counting. */
export const Amounts = ({ measured, isArea }: AmountsProps) => {
  if ("refused" in measured) return <p role="alert">{measured.refused}</p>;
  const { integrated, counted } = measured;
  return (
    <>
      <div className="scroll">
        <table data-testid="amounts">
          <thead>
            <tr>
              <th scope="col">{isArea ? "Area of the image" : "Integral of g over the image"}</th>
              <th scope="col">Value</th>
              <th scope="col">Error</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">∫∫ {isArea ? "" : "g(f) "}|det J| over the region</th>
              <td>{shown(integrated.amount)}</td>
              <td>{shown(integrated.error)}, estimated</td>
            </tr>
            <tr>
              <th scope="row">Counted: cells with a point{isArea ? "" : ", times g there"}</th>
              <td>{shown(counted.amount)}</td>
              <td>± {shown(counted.error)}, for the edge</td>
            </tr>
            <tr>
              <th scope="row">Difference</th>
              <td>{shown(integrated.amount - counted.amount)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p data-testid="agreement" aria-live="polite">
        {agreement(integrated, counted)}
      </p>
      <p>
        {orientationOf(integrated)} Whether the map is one-to-one on the region is not looked into (
        <code>injective: &quot;unverified&quot;</code>): what is covered twice counts twice.
      </p>
      {integrated.warnings.map((warning) => (
        <p key={warning} role="alert">
          Warning: {warning}.
        </p>
      ))}
    </>
  );
};
