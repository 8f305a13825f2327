import { useMapModel } from "../../app/model-context.ts";
import { Part, Prose } from "../../app/part.tsx";
import type { Model } from "../../model/model.ts";
import { Controls } from "./controls.tsx";
import { Planes } from "./planes.tsx";
import { SearchCard } from "./search-card.tsx";
import { useSearches } from "./use-searches.ts";
import { comparison } from "./words.ts";

const Inverses = ({ model }: { readonly model: Model }) => {
  const { searches, isTooLong } = useSearches(model);
  const compared = comparison(searches);
  return (
    <>
      <Prose>
        <p className="about">
          <span className="swatch accent" /> the target y, and the x it comes from.{" "}
          <span className="swatch first" /> the start x₀, Newton&apos;s steps, and two squares: each
          y in the square around f(x₀) has one x in the square around x₀. A dashed square is an
          estimate, a solid one is rigorous. The plane at the left is blue where det J &gt; 0,
          orange where det J &lt; 0, and pale where it is close to 0.
        </p>
      </Prose>
      {isTooLong && (
        <p role="alert">
          It takes longer than three seconds to look for x; take a simpler map or another start.
        </p>
      )}
      <Part of={1}>
        <Planes model={model} searches={searches} />
        {compared !== undefined && (
          <p className="card" data-testid="comparison" aria-live="polite">
            {compared}
          </p>
        )}
      </Part>
      <Part of={2}>
        <div className="planes">
          {searches.map((search) => (
            <SearchCard key={search.name} search={search} variables={model.variables} />
          ))}
        </div>
      </Part>
    </>
  );
};

/** The map backwards: from a target to the point it comes from, and where that is certain to work. */
export const InverseView = () => {
  const { model } = useMapModel();
  if (model === undefined) return <p role="status">Reading the map …</p>;
  if (model.outputs.length !== 2 || model.variables.length !== 2) {
    return (
      <p role="alert">
        This view takes maps of the plane: two variables and two formulas. This one has{" "}
        {model.variables.length} and {model.outputs.length}; only a map between spaces of the same
        dimension can have an inverse.
      </p>
    );
  }
  return (
    <>
      <Controls variables={model.variables} />
      <Inverses model={model} />
    </>
  );
};
