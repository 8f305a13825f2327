import { composed, composites } from "./composites.ts";
import { anchor } from "./near.ts";
import type { Anchor } from "./near.ts";
import type { Primitive, Program } from "./primitives.ts";
import { isElementwise, primitives, primitivesOf, program } from "./primitives.ts";
import type { Sample } from "./samples.ts";
import { samplesOf } from "./samples.ts";
import { call } from "./source-text.ts";
import { isTame } from "./steady.ts";
import * as user from "./user-primitives.ts";

/** What a step of a random program applies to operands near a sample. */
export interface Operation {
  readonly name: string;
  /** Around these operands it is smooth. */
  readonly anchors: readonly Anchor[];
  /** Entry by entry, and the samples are numbers: arrays may stand in their places. */
  readonly spreads: boolean;
  /** Its derivative is by definition that of a constant, though its value is none. */
  readonly held: boolean;
  readonly run: Program;
  readonly text: (operands: readonly string[]) => string;
}

/** One function of the table, at each of its samples. */
export interface Family {
  readonly name: string;
  readonly operations: readonly Operation[];
}

type Make = (sample: Sample) => Pick<Operation, "run"> & Partial<Operation>;

const family = (name: string, samples: readonly Sample[], make: Make): Family => ({
  name,
  operations: samples
    .map((sample) => ({
      name,
      anchors: sample.inputs.map(anchor),
      spreads: false,
      held: false,
      text: (operands: readonly string[]) => call(name, operands, sample.statics),
      ...make(sample),
    }))
    .filter(({ anchors, run }) => {
      const operands = anchors.map(({ at }) => at);
      return isTame(operands) && isTame(run(operands));
    }),
});

const ofPrimitive = (primitive: Primitive, name: string, samples: readonly Sample[]): Family =>
  family(name, samples, ({ inputs, statics }) => ({
    run: program(primitive, statics),
    spreads: isElementwise(primitive) && inputs.every((x) => typeof x === "number"),
    held: name === "stopGradient",
  }));

/** Every exported primitive of core, its special functions and linalg. */
const tabled = primitives.map((primitive) =>
  ofPrimitive(primitive, primitive.name, samplesOf(primitive.name, "interior")),
);

/** A user's own, of every shape of rule. */
const own = primitivesOf(user).map((primitive) =>
  ofPrimitive(primitive, `user.${primitive.name}`, user.userSamples[primitive.name] ?? []),
);

/** The functions of linalg that are made of primitives. */
const composite = composites
  .filter(({ isConstant }) => !isConstant)
  .map((each) =>
    family(each.name, samplesOf(each.name, "interior"), ({ statics }) => ({
      run: composed(each, statics),
    })),
  );

export const families: readonly Family[] = [...tabled, ...own, ...composite];

/** Functions of numbers, of which the loops are made. */
export const scalarOperations: readonly Operation[] = families.flatMap(({ operations }) =>
  operations.filter(({ spreads, held }) => spreads && !held),
);
