import { compare, largest } from "./compare.ts";
import { flatten, plain, unflatten } from "./container.ts";
import type { Check } from "./first.ts";
import { moved, pushforward, stretch } from "./known.ts";
import { random, seedOf } from "./random.ts";
import { richardson } from "./richardson.ts";
import type { Input } from "./scenario.ts";
import { get, list } from "./table.ts";

/** Beyond so many inputs the differences take seconds, and `second` has a direction of its own. */
const few = 40;

/** No error estimate is trusted below this. */
const trusted = 1e-9;

/**
 * What an engine gives along directions at second order without nesting, ∂²f/∂u∂v and ∂²f/∂u², against
 * extrapolated differences of the J·v known by hand; of a jet along x + t·u it is twice the coefficient of t².
 */
export const directional: Check = (engine, known) => {
  const { core, f, x, v, scenario } = known;
  const draw = random(seedOf(`${scenario.name}, along directions`));
  const entries = flatten(x);
  if (entries.length > few) return [];
  const steps = list(entries.length, draw);
  const u = unflatten(core, x, stretch(entries, steps));
  const agrees = (what: string, direction: Input, made: unknown, factor = 1): string[] => {
    if (made === undefined) return [];
    const estimates = richardson((t) => pushforward(known, moved(known, steps, t), direction));
    const expected = estimates.map((e) => e.value);
    const errors = estimates.map((e) => e.error);
    const scale = Math.max(largest(expected), largest(pushforward(known, x, direction)));
    const got = flatten(plain(made)).map((y) => factor * y);
    return compare(what, expected, got, (i) => trusted * scale + 100 * get(errors, i));
  };
  const jet = engine.jet?.(f, 2)([x, u]);
  return [
    ...agrees("mixedDirectional", v, engine.mixedDirectional?.(f)(x, u, v).second),
    ...agrees("secondDirectional", u, engine.secondDirectional?.(f)(x, u).second),
    ...agrees("t² of the jet", u, jet?.[2], 2),
  ];
};
