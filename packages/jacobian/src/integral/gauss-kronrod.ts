import { type Rule, scaleOf, weighted } from "./rule.ts";

/** The nodes from the left to 0; every second one, from the second, is a node of the Gauss rule. */
const left: readonly number[] = [
  -0.9914553711208126, -0.9491079123427585, -0.8648644233597691, -0.7415311855993945,
  -0.5860872354676911, -0.4058451513773972, -0.20778495500789848, 0,
];
const kronrod: readonly number[] = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
  0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
];
const gauss: readonly number[] = [
  0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0, 0.4179591836734694,
];

const mirrored = (half: readonly number[]): readonly number[] => half.slice(0, -1).reverse();

/** Weights for all nodes, halved: they give the mean over [−1, 1]. */
const meanOf = (half: readonly number[]): readonly number[] =>
  [...half, ...mirrored(half)].map((weight) => weight / 2);

/**
 * How much of the difference of the two rules is believed to be the error of the better one, where the
 * integrand strays from its mean by `spread` (QUADPACK, Piessens et al. 1983, routine QK15).
 */
const believed = (difference: number, spread: number): number =>
  spread > 0 ? spread * Math.min(1, ((200 * difference) / spread) ** 1.5) : difference;

/**
 * The Kronrod rule of 15 points, exact for polynomials of degree 23, which contains the Gauss rule of 7 points,
 * exact for degree 13.
 */
export const gaussKronrod = (): Rule => {
  const weights = meanOf(kronrod);
  const differences = meanOf(gauss).map((weight, k) => weight - weights[k]!);
  return {
    points: [...left, ...mirrored(left).map((x) => -x)].map((x) => [x]),
    weights,
    judge: (samples) => {
      const value = weighted(weights, samples);
      const strayed = samples.map((y) => Math.abs(y - value));
      const difference = Math.abs(weighted(differences, samples));
      return {
        value,
        error: believed(difference, weighted(weights, strayed)),
        ...scaleOf(weights, samples),
        roughness: [difference],
      };
    },
  };
};
