import { type Plain, type Structured, add, structured } from "@jacobian/core";

/** Looks at values as they pass, and throws if it may not let them. */
export type Look = (values: readonly Plain[]) => void;

/** The identity, which shows what passes: of elements, the numbers that they come down to. */
export const shown: Structured<Look> = /*#__PURE__*/ structured<Look>("shown", {
  value: (values, look) => {
    look(values);
    return values;
  },
  shape: (shapes) => shapes,
  pushforward: (tangents) => tangents,
  pullback: (bars) => bars,
});

/** The identity of one value, which shows its tangents. */
export const moving: Structured<Look> = /*#__PURE__*/ structured<Look>("moving", {
  value: (values) => values,
  shape: (shapes) => shapes,
  pushforward: (tangents, _inputs, _outputs, look) => shown(tangents, look),
  pullback: (bars) => bars,
  dependence: "elementwise",
});

/**
 * A value twice, for the use at hand and for later ones. Back come the adjoints of both, and their sum is
 * shown, followed by the two: so an engine's addition of adjoints is seen too.
 */
export const forked: Structured<Look> = /*#__PURE__*/ structured<Look>("forked", {
  value: ([x = NaN]) => [x, x],
  shape: ([shape = []]) => [shape, shape],
  pushforward: ([dx = 0]) => [dx, dx],
  pullback: ([now = 0, later = 0], _inputs, _outputs, look) =>
    shown([add(now, later), now, later], look).slice(0, 1),
  dependence: "elementwise",
});
