/** Milliseconds of one evaluation. */
interface Recorded {
  readonly value?: number;
  readonly derivative?: number;
  /** The operator tape CoDiPack, the derivative. */
  readonly codipack?: number;
}

/**
 * What the C++ of GradBench needs, by hand and by CoDiPack: recorded on another day on a machine like
 * the one of the results, one thread, the least of many, g++ 12 -O3 -march=native. Its derivatives of
 * det, lstm and kmeans by hand are not the limit they seem: det computes minors anew, lstm is slower
 * than a tape, kmeans knows its Hessian; ode has the closed form of the exact equation, which is no
 * derivative of the same program, and so none here.
 */
export const cpp: ReadonlyMap<string, Recorded> = new Map<string, Recorded>([
  ["llsq-n64_m128", { value: 0.0075, derivative: 0.0152, codipack: 0.096 }],
  ["llsq-n1024_m128", { value: 0.12, derivative: 0.245, codipack: 1.55 }],
  ["llsq-n16392_m128", { value: 1.93, derivative: 3.97, codipack: 25.7 }],
  ["lse-n2500", { value: 0.0201, derivative: 0.0163, codipack: 0.0516 }],
  ["lse-n80000", { value: 0.642, derivative: 0.524, codipack: 1.67 }],
  ["det-l6", { value: 0.0066, derivative: 0.04, codipack: 0.02 }],
  ["det-l8", { value: 0.37, derivative: 2.97, codipack: 1.13 }],
  ["det-l10", { value: 36, derivative: 411, codipack: 126 }],
  ["ode-n8_s100_extra", { value: 0.0057, codipack: 0.0622 }],
  ["ode-n1000_s10", { value: 0.0161, codipack: 0.293 }],
  ["ode-n10000_s100", { value: 2.43, codipack: 29.2 }],
  ["kmeans-k10_n1000_d8", { value: 0.0264, derivative: 0.0358, codipack: 0.84 }],
  ["kmeans-k100_n10000_d8", { value: 2.67, derivative: 3.01, codipack: 102 }],
  ["lstm-l2_c1024", { value: 2.34, derivative: 12.2, codipack: 4.95 }],
  ["lstm-l4_c1024", { value: 4.82, derivative: 40.5, codipack: 9.82 }],
  ["gmm-d2_k5_n1000", { value: 0.102, derivative: 0.202, codipack: 0.514 }],
  ["gmm-d10_k25_n1000", { value: 2.1, derivative: 4.55, codipack: 30.5 }],
  ["gmm-d32_k50_n1000", { value: 13.9, derivative: 42.3, codipack: 387 }],
  ["ba-ba1_n49_m7776_p31843", { value: 1.05, derivative: 7.86, codipack: 36.2 }],
  ["ht-hand1_t26_c100", { value: 2.55, derivative: 12.9, codipack: 78 }],
  ["ht-hand5_t26_c800", { value: 2.62, derivative: 13.8, codipack: 80 }],
  ["particle-w0 ff", { derivative: 0.684, codipack: 3.1 }],
  ["particle-w0 fr", { derivative: 0.684, codipack: 16 }],
  ["particle-w0 rf", { derivative: 0.684, codipack: 27 }],
  ["particle-w0 rr", { derivative: 0.684, codipack: 38 }],
  ["saddle-s1 ff", { derivative: 1.84, codipack: 4.9 }],
  ["saddle-s1 fr", { derivative: 1.84, codipack: 21 }],
  ["saddle-s1 rf", { derivative: 1.84, codipack: 8.5 }],
  ["saddle-s1 rr", { derivative: 1.84, codipack: 18 }],
]);
