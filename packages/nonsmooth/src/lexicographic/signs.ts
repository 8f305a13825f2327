import { type Kink, type State, isBranch, only } from "../engine/kink.ts";
import { type Look, lookEach } from "./look.ts";

/** For each option the signs of what must be above 0, as far as directions have told: 0 is none yet. */
type Signs = readonly (readonly number[])[];

/** What directions have told of one kink; a kink with a body keeps the state of that. */
interface Known {
  readonly signs: Signs;
  readonly state: State;
}

const isAlive = (signs: readonly number[]): boolean => !signs.includes(-1);

/** Signs that are told stay; the others are those of the tangents. */
const refined = (kink: Kink, known: Signs | undefined, look: Look): Signs =>
  kink.options().map((rows, k) =>
    rows.map((row, j) => {
      const told = known?.[k]?.[j] ?? 0;
      return told === 0 ? Math.sign(look(row)[0]!) : told;
    }),
  );

/**
 * The lexicographic signs of the switching functions: what decides, at each kink of f in turn, which
 * selection is taken next to the point, first in the first direction, and where nothing moves there in the
 * next (Nesterov 2005; Khan & Barton 2013, 2015).
 */
export class Lexicographic {
  constructor(private readonly known: (Known | undefined)[] = []) {}

  /** The coefficients at kink i, after one more direction. */
  refine(i: number, kink: Kink, look: Look): ArrayLike<number> {
    const { body } = kink;
    const known = this.known[i];
    this.known[i] = body
      ? { signs: [], state: body.refine(known?.state, lookEach(look, kink.parts)) }
      : { signs: refined(kink, known?.signs, look), state: undefined };
    return this.coefficients(i, kink);
  }

  /** The coefficients at kink i, as far as is known. */
  coefficients(i: number, kink: Kink): ArrayLike<number> {
    const known = this.known[i];
    if (kink.body) return kink.body.coefficients(known?.state);
    const options = known?.signs ?? kink.options().map(() => [0]);
    // A comparison that still ties has the outcome that it has at the point.
    const actual = isBranch(kink) ? Array.from(kink.conventional).indexOf(1) : 0;
    if (isAlive(options[actual]!)) return only(actual, options.length);
    return only(Math.max(0, options.findIndex(isAlive)), options.length);
  }

  isSettled(i: number, kink: Kink): boolean {
    const known = this.known[i];
    if (known === undefined) return false;
    if (kink.body) return kink.body.isSettled(known.state);
    return known.signs.filter(isAlive).length === 1;
  }

  /** The selections that no direction has ruled out at kink i. */
  alive(i: number): readonly number[] {
    return (this.known[i]?.signs ?? []).flatMap((signs, k) => (isAlive(signs) ? [k] : []));
  }

  /** The same up to kink i, of which this selection is taken. */
  with(i: number, option: number): Lexicographic {
    const known = this.known.slice(0, i + 1);
    const signs = (known[i]?.signs ?? []).map((_, k) => [k === option ? 1 : -1]);
    known[i] = { signs, state: undefined };
    return new Lexicographic(known);
  }
}
