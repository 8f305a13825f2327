import { type ComponentType, lazy } from "react";
import { MapView } from "../views/map/map-view.tsx";
import type { ViewName } from "./state.ts";

export interface ViewEntry {
  readonly title: string;
  /** One sentence: what there is to touch. */
  readonly about: string;
  /** What to try first, and what will be seen. */
  readonly tries: string;
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
    about:
      "The Jacobian J holds the slopes of a map: how fast each output moves with each input. Drag the point: at the right the violet outline is what the map makes of the square, the filled parallelogram what J makes of it, and det J says how many times larger that is.",
    tries:
      "make the square small, and the curved patch becomes the parallelogram. Then take the map Fold and drag the point over x = 0: the colour changes, and the patch is turned over.",
    View: MapView,
    usesMap: true,
  },
  matrix: {
    title: "Matrix",
    about: "Rows are gradients, columns are sensitivities, the whole is the best linear map.",
    tries:
      "point to the heading of a row, then of a column. Then take the map Robot arm and drag the point to b = 0: the ellipse becomes a line, and det J is 0.",
    View: lazy(async () => ({
      default: (await import("../views/matrix/matrix-view.tsx")).MatrixView,
    })),
    usesMap: true,
  },
  chain: {
    title: "Chain",
    about: "The Jacobian of a composition is the product; the order of multiplication is the cost.",
    tries:
      "drag the corner of the square through all maps. Then take the chain with one loss at the end: there the order from the left is cheaper.",
    View: lazy(async () => ({
      default: (await import("../views/chain/chain-view.tsx")).ChainView,
    })),
    usesMap: false,
  },
  directions: {
    title: "Directions",
    about:
      "Push a tangent forward, pull a covector back, and watch both flow through the operations.",
    tries:
      "drag the tip of v until it lies along a level line: both roads give nearly 0. Then press Play, and watch the same numbers come out of the graph.",
    View: lazy(async () => ({
      default: (await import("../views/directions/directions-view.tsx")).DirectionsView,
    })),
    usesMap: true,
  },
  inverse: {
    title: "Inverse",
    about:
      "Drag the target y: Newton's method looks for the x that the map takes there. In the squares this is promised.",
    tries:
      "look at two logarithms of one number: two starts find two inverses of the same target. Then look at the fold, where there is none to find.",
    View: lazy(async () => ({
      default: (await import("../views/inverse/inverse-view.tsx")).InverseView,
    })),
    usesMap: true,
  },
  change: {
    title: "Change",
    about:
      "Push a region through the map: |det J| says how much room it takes. A flow learns such a map.",
    tries:
      "drag a corner of the region. Then look at the bell in polar coordinates, and at eˣ on two turns: the integral counts twice what counting points sees once. Last, let the flow learn.",
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
    tries:
      "look at relu(x) − relu(−x), which is just x: its slope is 1, and yet a library may take 0 at the kink. Then start the race.",
    View: lazy(async () => ({
      default: (await import("../views/kinks/kinks-view.tsx")).KinksView,
    })),
    usesMap: false,
  },
};
