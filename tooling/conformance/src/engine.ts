import type { Scalar } from "@jacobian/core";
import type { Core, Linalg, Program } from "./scenario.ts";

/**
 * A function whose parameters are compared both ways, as those of methods are, so that an engine's
 * own, narrower type fits. What it gives is checked when it is read.
 */
type Verb<Parameters extends readonly unknown[], Result = unknown> = {
  call(...parameters: Parameters): Result;
}["call"];

/** What an engine hands over to be checked; what it does not have is not asked for. */
export interface Engine {
  readonly name: string;
  readonly core: Core;
  readonly linalg?: Linalg;
  /** A matrix; rows follow the outputs, columns the inputs. */
  readonly jacobian: Verb<[f: Program], Verb<[x: unknown]>>;
  /** v is shaped like x, the tangent like the output. */
  readonly jvp?: Verb<
    [f: Program],
    Verb<[x: unknown, v: unknown], { readonly value: unknown; readonly tangent: unknown }>
  >;
  /** w is shaped like the output, the cotangent like x. */
  readonly vjp?: Verb<
    [f: Program],
    Verb<[x: unknown, w: unknown], { readonly value: unknown; readonly cotangent: unknown }>
  >;
  /** ∂²f/∂v∂w and, for one direction alone, ∂²f/∂v²; shaped like the output. */
  readonly mixedDirectional?: Verb<
    [f: Program],
    Verb<[x: unknown, v: unknown, w: unknown], { readonly second: unknown }>
  >;
  readonly secondDirectional?: Verb<
    [f: Program],
    Verb<[x: unknown, v: unknown], { readonly second: unknown }>
  >;
  /** The Taylor coefficients along a curve that is given by its own. */
  readonly jet?: Verb<
    [f: Program, order: number],
    Verb<[curve: [x: unknown, v: unknown]], readonly unknown[]>
  >;
  /** Of a scalar function, shaped like x. */
  readonly gradient?: Verb<[f: Program], Verb<[x: unknown]>>;
  /** Of a function of one number, also of one that gives functions. */
  readonly derivative?: Verb<[f: (x: Scalar) => unknown], Verb<[x: Scalar]>>;
}
