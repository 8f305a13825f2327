import { polynomial } from "./polynomial.ts";

// Both tables are computed by tooling/agreement/reference/coefficients.py.

/** erf(x)/x in x², for |x| ≤ ½. */
const ERF = [
  1.4725865480557e-6, -1.48458492597079e-5, 0.0001205333512435374, -0.0008548297753674966,
  0.00522397737302147, -0.026866170632887928, 0.11283791670925353, -0.37612638903183476,
  1.1283791670955126,
];

/** (1 + 2x)·exp(x²)·erfc(x) in t = (x − 3)/(x + 3), for x ≥ ½: one table for the whole half-line. */
const SCALED_ERFC = [
  8.6356814143e-9, 7.12424503057e-8, -8.425519574e-8, -5.84074755191e-7, 3.030740710309e-7,
  3.4525197016153e-6, -7.012462973163e-7, -2.00929833045886e-5, 4.9387975342434e-6,
  0.000125097490951684, -0.00010515741491655, -0.000779831978767075, 0.0018886900308933137,
  0.002529391787416037, -0.023770514892453878, 0.06830802734557402, -0.11927366341637591,
  0.12964515870271817, -0.04756229435343384, -0.13562110612458084, 1.2530080582697296,
];

/** e^(−x²). The square is split at 24 bits: its rounding error alone, near 700, would cost 1e-13. */
function gaussian(x: number): number {
  const head = Math.fround(x);
  return Math.exp(-head * head) * Math.exp((head - x) * (head + x));
}

/** erfc for x ≥ ½. Beyond 28 the result is below the smallest double. */
function upperTail(x: number): number {
  if (x > 28) return 0;
  return (gaussian(x) * polynomial(SCALED_ERFC, (x - 3) / (x + 3))) / (1 + 2 * x);
}

/**
 * The error function 2/√π·∫₀ˣ e^(−t²) dt, to 1e-15 relative on the whole line.
 * The split at ½ and the separate Gaussian factor are Cody's (Math. Comp. 23, 1969); the variable t of the
 * tail is that of Shepherd & Laframboise (Math. Comp. 36, 1981).
 */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a <= 0.5) return x * polynomial(ERF, x * x);
  return Math.sign(x) * (1 - upperTail(a));
}

/** 1 − erf(x), to 1e-15 relative until it underflows near x = 27.2. */
export function erfc(x: number): number {
  if (Math.abs(x) <= 0.5) return 1 - erf(x);
  return x < 0 ? 2 - upperTail(-x) : upperTail(x);
}
