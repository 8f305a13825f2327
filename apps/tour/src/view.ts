import type { Scalar } from "@jacobian/core";

/** One camera, the point it looks at, and how much the observation counts: 15 numbers. */
export type View<S extends Scalar = Scalar> = {
  /** Axis of the rotation times its angle, radians. */
  readonly rotation: readonly [S, S, S];
  /** Where the camera stands, in the units of the scene. */
  readonly centre: readonly [S, S, S];
  /** Focal length, pixels. */
  readonly focal: S;
  /** Principal point, pixels. */
  readonly principal: readonly [S, S];
  /** Radial distortion r₁, r₂. */
  readonly radial: readonly [S, S];
  /** The point, in the units of the scene. */
  readonly point: readonly [S, S, S];
  /** Weight of the observation. */
  readonly weight: S;
};

/** The 15 numbers in the order of the Jacobian's columns. */
export const entries = (view: View<number>): number[] => Object.values(view).flat();

/** The view with `change` applied to each of its numbers. */
export const mapView = (view: View<number>, change: (x: number) => number): View<number> => {
  const pair = ([x, y]: readonly [number, number]) => [change(x), change(y)] as const;
  const triple = ([x, y, z]: readonly [number, number, number]) =>
    [change(x), change(y), change(z)] as const;
  return {
    rotation: triple(view.rotation),
    centre: triple(view.centre),
    focal: change(view.focal),
    principal: pair(view.principal),
    radial: pair(view.radial),
    point: triple(view.point),
    weight: change(view.weight),
  };
};
