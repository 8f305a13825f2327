import { useDeferredValue, useMemo } from "react";
import type { Model } from "../../model/model.ts";
import type { Box } from "../../ui/plane.tsx";
import { determinantPicture } from "./determinant-picture.ts";

export interface DeterminantImageProps {
  readonly model: Model;
  readonly box: Box;
}

/** det J over a box, by its colours, in the plane around it. */
export const DeterminantImage = (props: DeterminantImageProps) => {
  // While a new picture is made the old one stays, at its own place.
  const { model, box } = useDeferredValue(props);
  const picture = useMemo(() => determinantPicture(model, box), [model, box]);
  if (picture === undefined) return null;
  return (
    <image
      href={picture}
      width={box.x[1] - box.x[0]}
      height={box.y[1] - box.y[0]}
      preserveAspectRatio="none"
      style={{
        transform: `var(--mafs-view-transform) translate(${box.x[0]}px, ${box.y[1]}px) scale(1, -1)`,
      }}
    />
  );
};
