import { numbersTex } from "../../ui/matrix-tex.ts";
import { shown, shownPoint } from "../../ui/numbers.ts";
import { Tex } from "../../ui/tex.tsx";
import type { Found } from "./searched.ts";
import type { Search } from "./use-searches.ts";
import { promiseIn, verdictOn } from "./words.ts";

const Steps = ({ found, variables }: FoundProps) => (
  <div className="scroll" role="region" aria-label="Newton's steps" tabIndex={0}>
    <table data-testid="steps">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">({variables.join(", ")})</th>
          <th scope="col">‖f(x) − y‖</th>
        </tr>
      </thead>
      <tbody>
        {found.steps.map(({ x, residual }, k) => (
          <tr key={k}>
            <th scope="row">{k}</th>
            <td>{shownPoint(x)}</td>
            <td>{shown(residual)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

interface FoundProps {
  readonly found: Found;
  readonly variables: readonly string[];
}

/** J of the inverse is the inverse of J. */
const Jacobians = ({ jacobians }: Pick<Found, "jacobians">) => {
  if (jacobians === undefined) return null;
  const { forward, back } = jacobians;
  if (back === undefined) {
    return <p>J is singular at x: f takes y there, but its inverse has no derivative.</p>;
  }
  return (
    <div>
      <p>J of the inverse is the inverse of J: the product of the two is the identity.</p>
      <Tex tex={`J_{f}(x) = ${numbersTex(forward)}`} display />
      <Tex tex={`J_{f^{-1}}(y) = ${numbersTex(back.inverse)}`} display />
      <Tex tex={`J_{f^{-1}}(y)\\,J_f(x) = ${numbersTex(back.product)}`} display />
    </div>
  );
};

const FoundPart = (props: FoundProps) => {
  const { found } = props;
  const { contraction } = found;
  return (
    <>
      <p data-testid="found">
        x = <strong>{shownPoint(found.x)}</strong> after {found.steps.length - 1} steps of
        Newton&apos;s method. {verdictOn(found)}
      </p>
      <div className="planes">
        <div>
          <Steps {...props} />
          <p>
            Near the end the number of right digits doubles with each step.
            {contraction !== undefined &&
              ` The simpler contraction, which keeps J(x₀), takes ${contraction.iterations} steps; each leaves at the most ${shown(contraction.factor)} of the error.`}
          </p>
        </div>
        <Jacobians jacobians={found.jacobians} />
      </div>
    </>
  );
};

export interface SearchCardProps {
  readonly search: Search;
  readonly variables: readonly string[];
}

const Refusal = ({ near }: Pick<Search, "near">) =>
  near?.exists === false && (
    <div role="alert">
      <p>
        {near.isSingular
          ? "No inverse here: det J(x₀) = 0, so f crushes the plane around x₀ and the radius is 0. Move x₀ away."
          : "f has no finite value or derivative at x₀. Move x₀."}
      </p>
      <p className="problem">{near.why}</p>
    </div>
  );

/** What came of one start, in words and numbers. */
export const SearchCard = ({ search, variables }: SearchCardProps) => {
  const { name, color, start, near, outcome } = search;
  return (
    <section className="card" aria-label={name}>
      <h3>
        <span className="swatch" style={{ background: color }} /> {name} x₀ = {shownPoint(start)}
      </h3>
      <Refusal near={near} />
      {near?.exists === true && <p data-testid="promise">{promiseIn(near)}</p>}
      {outcome?.found !== undefined && <FoundPart found={outcome.found} variables={variables} />}
      {outcome !== undefined && outcome.found === undefined && (
        <div role="alert">
          <p>Newton&apos;s method found no x from here.</p>
          <p className="problem">{outcome.why}</p>
        </div>
      )}
    </section>
  );
};
