import {
  type Scalar,
  type Shape,
  type Value,
  Element,
  at,
  describe,
  fit,
  scale,
  shapeOf,
  zeros,
} from "@jacobian/core";
import type { Taylor } from "./algebra.ts";

/**
 * A power series y₀ + y₁·t + y₂·t² + …, of which each coefficient is computed when it is first asked for.
 * Truncated nowhere: so a rule may be given the series that it is computing.
 */
export class Series extends Element {
  private readonly known: Value[];
  private slope: Value | undefined;
  constructor(
    readonly algebra: Taylor,
    y0: Value,
    /** All coefficients beyond it are 0. */
    readonly degree: number,
    /** Coefficient k, from lower ones. */
    private readonly next: (k: number) => Value,
  ) {
    super();
    this.known = [y0];
  }

  get shape(): Shape {
    return shapeOf(this.known[0]!);
  }

  /** y_k, lower ones first: `next` may ask for any of them. */
  coefficient(k: number): Value {
    if (k > this.degree) return zeros(this.shape);
    while (this.known.length <= k) {
      this.known.push(fit(this.next(this.known.length), this.shape));
    }
    return this.known[k]!;
  }

  /** dy/dt, whose coefficient k is (k + 1)·y_{k+1}; of a straight line a constant. */
  get derivative(): Value {
    return (this.slope ??=
      this.degree <= 1
        ? this.coefficient(1)
        : new Series(this.algebra, this.coefficient(1), this.degree - 1, (k) =>
            scale(k + 1, this.coefficient(k + 1)),
          ));
  }

  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }

  toString(): string {
    return `Series(${this.known.map((c, k) => describe(c) + power(k)).join(" + ")} + …)`;
  }
}

const power = (k: number): string => (k === 0 ? "" : k === 1 ? "·t" : `·t^${k}`);
