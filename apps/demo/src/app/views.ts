import { type ComponentType, lazy } from "react";
import { MapView } from "../views/map/map-view.tsx";
import type { ViewName } from "./state.ts";

export interface ViewEntry {
  readonly title: string;
  /** One sentence: what there is to touch. */
  readonly about: string;
  readonly View: ComponentType;
  /** Whether it looks at the map of the field at the top. */
  readonly usesMap: boolean;
  /** The part of it that does not. */
  readonly apart?: "2";
}

/** The first view comes with the page, the others when they are first asked for. */
export const views: Readonly<Record<ViewName, ViewEntry>> = {
  map: {
    title: "Map",
    about: "Drag the point: near it the map is a parallelogram, and det J says how large.",
    View: MapView,
    usesMap: true,
  },
  matrix: {
    title: "Matrix",
    about: "Rows are gradients, columns are sensitivities, the whole is the best linear map.",
    View: lazy(async () => ({
      default: (await import("../views/matrix/matrix-view.tsx")).MatrixView,
    })),
    usesMap: true,
  },
  chain: {
    title: "Chain",
    about: "The Jacobian of a composition is the product; the order of multiplication is the cost.",
    View: lazy(async () => ({
      default: (await import("../views/chain/chain-view.tsx")).ChainView,
    })),
    usesMap: false,
  },
  directions: {
    title: "Directions",
    about:
      "Push a tangent forward, pull a covector back, and watch both flow through the operations.",
    View: lazy(async () => ({
      default: (await import("../views/directions/directions-view.tsx")).DirectionsView,
    })),
    usesMap: true,
  },
  inverse: {
    title: "Inverse",
    about:
      "Drag the target y: Newton's method looks for the x that the map takes there. In the squares this is promised.",
    View: lazy(async () => ({
      default: (await import("../views/inverse/inverse-view.tsx")).InverseView,
    })),
    usesMap: true,
  },
  change: {
    title: "Change",
    about:
      "Push a region through the map: |det J| says how much room it takes. A flow learns such a map.",
    View: lazy(async () => ({
      default: (await import("../views/change/change-view.tsx")).ChangeView,
    })),
    usesMap: true,
    apart: "2",
  },
  kinks: {
    title: "Kinks",
    about:
      "Where a function has a corner it has a whole set of derivatives, and every library picks one.",
    View: lazy(async () => ({
      default: (await import("../views/kinks/kinks-view.tsx")).KinksView,
    })),
    usesMap: false,
  },
};
