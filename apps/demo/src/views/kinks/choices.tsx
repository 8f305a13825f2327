import { usePage } from "../../app/use-state.tsx";
import { shown, shownPoint } from "../../ui/numbers.ts";
import type { Choice, Derivatives } from "./derived.ts";
import { systems, titles } from "./fields.ts";

const written = ({ gradient }: Choice): string =>
  gradient.length === 1 ? shown(gradient[0]!) : shownPoint(gradient);

const Judged = ({ choice }: { readonly choice: Choice }) => (
  <>
    <td>{written(choice)}</td>
    <td className={choice.isClarke === "yes" ? "" : "outside"}>{choice.isClarke}</td>
  </>
);

/** What each library takes where there is no derivative, and whether it is one of those that f has near the point. */
export const Choices = ({ derivatives }: { readonly derivatives: Derivatives }) => {
  const { state, set } = usePage();
  return (
    <>
      <h3>What libraries take here</h3>
      <p>
        A program must return one number. Each library has a convention for each primitive; through
        a composition they may add up to what is no derivative of f at all.
      </p>
      <table data-testid="choices">
        <thead>
          <tr>
            <th scope="col">Convention</th>
            <th scope="col">Takes</th>
            <th scope="col">A derivative</th>
          </tr>
        </thead>
        <tbody>
          {systems.map((system) => (
            <tr key={system}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name="convention"
                    checked={state.convention === system}
                    onChange={() => set({ convention: system })}
                  />{" "}
                  {titles[system]}
                </label>
              </th>
              <Judged choice={derivatives.choices[system]} />
            </tr>
          ))}
          <tr>
            <th scope="row">Certified element</th>
            <Judged choice={derivatives.certified} />
          </tr>
        </tbody>
      </table>
    </>
  );
};

/** The set in words: what is promised of it, and why. */
export const Promise = ({ derivatives }: { readonly derivatives: Derivatives }) => {
  const { set, generators, nearestToZero, kinks } = derivatives;
  const isNumber = derivatives.x.length === 1;
  const corners = generators.map((each) => (isNumber ? shown(each[0]!) : shownPoint(each)));
  const shape = set.kind === "interval" ? `[${corners.join(", ")}]` : `{${corners.join("; ")}}`;
  const names = [...new Set(kinks.map(({ name }) => name))].join(", ");
  const isStationary = nearestToZero.every((entry) => entry === 0);
  return (
    <section className="card" aria-label="The set in words">
      <h3>All derivatives near this point</h3>
      <p data-testid="set">
        {set.kind === "support" ? (
          "A set with a round edge: between the derivatives on all sides of the kink."
        ) : (
          <>
            <strong>{shape}</strong>
            {set.kind === "point"
              ? ": f has one derivative here."
              : `: the ${set.kind} between the derivatives on all sides of the kink.`}
          </>
        )}
      </p>
      <p data-testid="promise">
        {set.promise}: {set.reason}.
      </p>
      {set.promise === "hull contains the Clarke Jacobian" && (
        <p>
          So the set may be too large: kinks can cancel each other. The certified element, the fine
          line in the picture, is a derivative of f for sure; what a library takes may be none.
        </p>
      )}
      <p>
        {names === "" ? "No primitive is at a kink here." : `At a kink: ${names}.`}{" "}
        {isStationary
          ? `0 is in the set: the point ${set.promise === "equal to the Clarke Jacobian" ? "is" : "may be"} stationary.`
          : `The element nearest to 0 is ${isNumber ? shown(nearestToZero[0]!) : shownPoint(nearestToZero)}.`}
      </p>
    </section>
  );
};
