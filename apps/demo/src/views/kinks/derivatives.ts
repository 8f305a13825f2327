import { gradient, JacobianError } from "jacobian";
import {
  clarke,
  type ClarkeSet,
  type Conventions,
  jax,
  kinks,
  pytorch,
  type Sighting,
  subgradient,
  tensorflow,
  withConventions,
} from "@jacobian/nonsmooth";
import { type System, systems } from "./fields.ts";
import type { Kinked } from "./kinked.ts";
import { primitivesOf } from "./own.ts";

/** A derivative that somebody takes. */
export interface Choice {
  readonly gradient: readonly number[];
  /** Whether it is in Clarke's set: nobody knows, where only a larger set is known that holds it. */
  readonly isClarke: "yes" | "no" | "maybe";
}

/** What the packages say about f at a point. */
export interface Derivatives {
  readonly x: readonly number[];
  readonly set: ClarkeSet;
  /** The corners of the set, if it has any. */
  readonly generators: readonly (readonly number[])[];
  readonly nearestToZero: readonly number[];
  readonly kinks: readonly Sighting[];
  readonly choices: Readonly<Record<System, Choice>>;
  /** The primitives of f for which there is something to choose. */
  readonly primitives: readonly string[];
  /** One certified element. */
  readonly certified: Choice;
}

const presets = { jacobian: {}, pytorch, jax, tensorflow };

export const titles: Readonly<Record<System, string>> = {
  jacobian: "Jacobian",
  pytorch: "PyTorch",
  jax: "JAX",
  tensorflow: "TensorFlow",
  own: "Your own",
};

/** Undefined where f has no value; a text where it has one, but no Clarke set. */
export const derivativesAt = (
  kinked: Kinked,
  x: readonly number[],
  own: Conventions,
): Derivatives | string | undefined => {
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
      set,
      generators: (set.generators ?? []).map(({ data }) => [...data]),
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
