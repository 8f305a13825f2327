// Griewank & Walther, Algorithm 799: revolve, ACM TOMS 26 (2000), section 2: a chain of l steps is reversed with
// s checkpoints, of which the first holds its start.

/**
 * β(s, t) = (s+t)!/(s!·t!): the longest chain that s checkpoints reverse if no step is advanced more than t times.
 * 0 for t < 0.
 */
export const longestChain = (checkpoints: number, repetitions: number): number => {
  if (repetitions < 0) return 0;
  const total = checkpoints + repetitions;
  let longest = 1;
  for (let k = 1; k <= Math.min(checkpoints, repetitions); k++)
    longest = (longest * (total + 1 - k)) / k;
  return longest;
};

/** r(l, s): how often some step is advanced at the least; the smallest r with β(s, r) ≥ l. */
export const repetitions = (steps: number, checkpoints: number): number => {
  let r = 0;
  // β(s, r) = β(s, r−1)·(s+r)/r, without a rounding: it is whole.
  for (let range = 1; range < steps; range = (range * (checkpoints + r)) / r) r++;
  return r;
};

/** t(l, s) = r·l − β(s+1, r−1): how many steps are advanced in all, at the least. */
export const forwardSteps = (steps: number, checkpoints: number): number => {
  const r = repetitions(steps, checkpoints);
  return r * steps - longestChain(checkpoints + 1, r - 1);
};

/**
 * Where the next checkpoint of an optimal reversal stands: after m steps, so that t(l, s) = m + t(l−m, s−1) + t(m, s).
 * Any m is optimal with β(s, r−2) ≤ m ≤ β(s, r−1) and β(s−1, r−1) ≤ l−m ≤ β(s−1, r); this is the largest.
 */
export const nextCheckpoint = (steps: number, checkpoints: number): number => {
  const r = repetitions(steps, checkpoints);
  return Math.min(longestChain(checkpoints, r - 1), steps - longestChain(checkpoints - 1, r - 1));
};

/** A chain of steps that can be advanced from a state, and reversed one by one. */
export interface Chain<State> {
  /** The state at step `to`, from that at step `from`. */
  readonly advance: (state: State, from: number, to: number) => State;
  /** Hands the adjoint back over step k, from the state before it. */
  readonly reverse: (state: State, k: number) => void;
}

/** Reverses the steps from `end` − 1 to `from`, with the state at `from` in one of the checkpoints. */
export const revolve = <State>(
  chain: Chain<State>,
  state: State,
  from: number,
  end: number,
  checkpoints: number,
): void => {
  // A list, not recursion: there may be more checkpoints than calls have room for.
  const held = [{ state, at: from }];
  let to = end;
  for (let last = held.at(-1); last !== undefined; last = held.at(-1)) {
    const { state, at } = last;
    if (to - at > 1) {
      const middle = at + nextCheckpoint(to - at, checkpoints + 1 - held.length);
      held.push({ state: chain.advance(state, at, middle), at: middle });
    } else {
      if (to > at) chain.reverse(state, at);
      held.pop();
      to = at;
    }
  }
};

/** Where the first descent lays its checkpoints, the start left out: what a first evaluation can lay in passing. */
export const firstCheckpoints = (steps: number, checkpoints: number): readonly number[] => {
  const places: number[] = [];
  let [place, left] = [0, checkpoints];
  while (steps - place > 1) {
    place += nextCheckpoint(steps - place, left--);
    places.push(place);
  }
  return places;
};
