import { useMapModel } from "../../app/model-context.ts";
import { Part } from "../../app/part.tsx";
import { FlowPart } from "./flow-part.tsx";
import { RegionPart } from "./region-part.tsx";

const Region = () => {
  const { model } = useMapModel();
  if (model === undefined) return <p role="status">Reading the map …</p>;
  if (model.outputs.length !== 2 || model.variables.length !== 2) {
    return (
      <p role="alert">
        This view takes maps of the plane: two variables and two formulas. This one has{" "}
        {model.variables.length} and {model.outputs.length}.
      </p>
    );
  }
  return <RegionPart model={model} />;
};

/** Areas and densities through a map: what is stretched by |det J| becomes thinner by as much. */
export const ChangeView = () => (
  <>
    <Part of={1}>
      <Region />
    </Part>
    <Part of={2}>
      <FlowPart />
    </Part>
  </>
);
