import { type Smooth, type Smooth2, describe } from "@jacobian/core";

/** What a replay works on. */
export interface Machine {
  /** By slot: the values of inputs and results. */
  readonly values: Float64Array;
  /** The record's partial derivatives, two for each scalar operation. */
  readonly partials: Float64Array;
}

/** What a step reads or makes, for printing: the slot of a number; the text of a constant or array. */
export type Name = number | string;

/** One step of a recorded function, to be done again at other values. */
export interface Step {
  /** The name of its rule, or of a guard. */
  readonly name: string;
  readonly reads: readonly Name[];
  /** First slots of what it makes; of a guard, which makes nothing, what must come again. */
  readonly writes: readonly Name[];
  readonly isGuard: boolean;
  /** False where a guard fails: then the function must be evaluated again. */
  redo(machine: Machine): boolean;
}

/** A smooth function of one number. */
export class UnaryStep<S> implements Step {
  readonly isGuard = false;

  constructor(
    readonly name: string,
    private readonly rule: Smooth<S>,
    private readonly s: S,
    private readonly x: number,
    private readonly y: number,
    /** Where its partial derivative stands. */
    private readonly place: number,
  ) {}

  get reads(): readonly number[] {
    return [this.x];
  }

  get writes(): readonly number[] {
    return [this.y];
  }

  redo({ values, partials }: Machine): boolean {
    const x = values[this.x]!;
    const y = this.rule.value(x, this.s);
    values[this.y] = y;
    const partial = this.rule.partial(x, y, this.s);
    if (typeof partial !== "number") return false;
    partials[this.place] = partial;
    return true;
  }
}

/** The slot of an operand that is a constant. */
export const constant = -1;

/** A smooth function of two numbers, of which one may be constant. */
export class BinaryStep<S> implements Step {
  readonly isGuard = false;

  constructor(
    readonly name: string,
    private readonly rule: Smooth2<S>,
    private readonly s: S,
    private readonly x: number,
    private readonly y: number,
    private readonly z: number,
    private readonly c: number,
    /** Where its partial derivatives stand; a constant has none. */
    private readonly place: number,
  ) {}

  get reads(): readonly Name[] {
    return [this.x, this.y].map((slot) => (slot === constant ? describe(this.c) : slot));
  }

  get writes(): readonly number[] {
    return [this.z];
  }

  redo({ values, partials }: Machine): boolean {
    const { rule, s, place } = this;
    const x = this.x === constant ? this.c : values[this.x]!;
    const y = this.y === constant ? this.c : values[this.y]!;
    const z = rule.value(x, y, s);
    values[this.z] = z;
    const p = this.x === constant ? 0 : rule.partials[0](x, y, z, s);
    const q = this.y === constant ? 0 : rule.partials[1](x, y, z, s);
    if (typeof p !== "number" || typeof q !== "number") return false;
    partials[place] = this.x === constant ? q : p;
    if (this.x !== constant) partials[place + 1] = q;
    return true;
  }
}

/** Any other: an operation recorded whole, a kink, a guard. */
export class OtherStep implements Step {
  constructor(
    readonly name: string,
    readonly reads: readonly Name[],
    readonly writes: readonly Name[],
    readonly isGuard: boolean,
    readonly redo: (machine: Machine) => boolean,
  ) {}
}
