import { gradient, JacobianError } from "jacobian";
import {
  clarke,
  type ClarkeSet,
  type Conventions,
  jax,
  kinks,
  pytorch,
  subgradient,
  tensorflow,
  withConventions,
} from "@jacobian/nonsmooth";
import type { Answer, Choice } from "./derived.ts";
import { type System, systems } from "./fields.ts";
import type { Kinked } from "./kinked.ts";
import { primitivesOf } from "./own.ts";

const presets = { jacobian: {}, pytorch, jax, tensorflow };

/** As many points as a round line seems to have none. */
const around = 96;

/** Where a set ends: its corners, or where a round one is furthest in each direction of the plane. */
const outlineOf = (set: ClarkeSet): readonly (readonly number[])[] => {
  if (set.generators !== undefined) return set.generators.map(({ data }) => [...data]);
  const [, cols] = set.shape;
  if (cols === 1) return set.interval.map((slope) => [slope]);
  return Array.from({ length: around }, (_, k) => {
    const angle = (2 * Math.PI * k) / around;
    return [...set.toMatrix([Math.cos(angle), Math.sin(angle)]).data];
  });
};

/** All derivatives that f has near a point, and those that are taken there. */
export const derivativesAt = (kinked: Kinked, x: readonly number[], own: Conventions): Answer => {
  const { f, value } = kinked;
  if (!Number.isFinite(value(x))) return undefined;
  const conventions: Readonly<Record<System, Conventions>> = { ...presets, own };
  try {
    const set = clarke(f)([...x]);
    const isExact = set.promise === "equal to the Clarke Jacobian";
    const choice = (taken: readonly number[]): Choice => {
      const isInside = taken.every(Number.isFinite) && set.contains(taken);
      return { gradient: taken, isClarke: !isInside ? "no" : isExact ? "yes" : "maybe" };
    };
    const choices = systems.map(
      (system) =>
        [system, choice(gradient(withConventions(conventions[system], f))([...x]))] as const,
    );
    return {
      x,
      set: { kind: set.kind, promise: set.promise, reason: set.reason },
      generators: (set.generators ?? []).map(({ data }) => [...data]),
      outline: outlineOf(set),
      nearestToZero: [...set.nearestToZero().data],
      kinks: kinks(f)([...x]),
      choices: Object.fromEntries(choices) as Record<System, Choice>,
      primitives: primitivesOf(kinked, x),
      certified: { gradient: subgradient(f)([...x]), isClarke: "yes" },
    };
  } catch (error) {
    if (error instanceof JacobianError) return error.message;
    throw error;
  }
};
