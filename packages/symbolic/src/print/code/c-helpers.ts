/** A function that math.h lacks, and the other helpers that it calls. */
interface Helper {
  readonly needs?: readonly string[];
  readonly source: string;
}

const binary = "double x, double y";

/** What core computes; DLMF 5.11.2 and 5.15.8 for the gamma function's kin. */
const helpers: Readonly<Record<string, Helper>> = /*#__PURE__*/ (() => ({
  max: { source: `(${binary}) { return x > y || x != x ? x : y; }` },
  min: { source: `(${binary}) { return x < y || x != x ? x : y; }` },
  sign: { source: `(double x) { return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x; }` },
  round: { source: `(double x) { double n = floor(x); return x - n >= 0.5 ? n + 1.0 : n; }` },
  mod: {
    source: `(${binary}) {
  double r = fmod(x, y);
  if (r == 0.0) return y < 0.0 ? -0.0 : 0.0;
  return (r < 0.0) != (y < 0.0) ? r + y : r;
}`,
  },
  sigmoid: {
    source: `(double x) { double e = exp(-fabs(x)); return (x < 0.0 ? e : 1.0) / (1.0 + e); }`,
  },
  logit: {
    source: `(double p) { return p > 0.25 && p < 0.75 ? 2.0 * atanh(2.0 * p - 1.0) : log(p / (1.0 - p)); }`,
  },
  softplus: { source: `(double x) { return (x < 0.0 ? 0.0 : x) + log1p(exp(-fabs(x))); }` },
  logaddexp: {
    source: `(${binary}) {
  return x == y ? x + 0.6931471805599453 : (x > y ? x : y) + log1p(exp(-fabs(x - y)));
}`,
  },
  xlogy: { source: `(${binary}) { return x == 0.0 && y == y ? 0.0 : x * log(y); }` },
  sinpi: {
    source: `(double x) {
  double n = rint(x), r = x - n, pi = 3.141592653589793;
  double s = fabs(r) <= 0.25 ? sin(pi * r) : copysign(cos(pi * (0.5 - fabs(r))), r);
  return fmod(n, 2.0) == 0.0 ? s : -s;
}`,
  },
  cospi: {
    source: `(double x) {
  double n = rint(x), r = fabs(x - n), pi = 3.141592653589793;
  double c = r <= 0.25 ? cos(pi * r) : sin(pi * (0.5 - r));
  return fmod(n, 2.0) == 0.0 ? c : -c;
}`,
  },
  erfinv: {
    source: `(double x) {
  double a = fabs(x), u = log1p(-a * a), b = 2.0 / (3.141592653589793 * 0.147) + u / 2.0, v = -u / 0.147;
  double y = sqrt(v / (sqrt(b * b + v) + b));
  if (a >= 1.0) return a == 1.0 ? copysign(INFINITY, x) : NAN;
  for (int k = 0; k < 2; k++) {
    double newton = (a < 0.5 ? erf(y) - a : 1.0 - a - erfc(y)) * 0.886226925452758 * exp(y * y);
    y -= newton / (1.0 + y * newton);
  }
  return a == 0.0 ? x : copysign(y, x);
}`,
  },
  polygamma: {
    needs: ["sinpi", "cospi"],
    // Shifted up, then the asymptotic series; for negative x so many steps that far out there is none.
    source: `(int n, double x) {
  static const double bernoulli[] = {1.0 / 6.0, -1.0 / 30.0, 1.0 / 42.0, -1.0 / 30.0, 5.0 / 66.0,
    -691.0 / 2730.0, 7.0 / 6.0, -3617.0 / 510.0, 43867.0 / 798.0, -174611.0 / 330.0};
  double sum = 0.0, t = x, ratio = (n + 1) / 2.0, tail = 0.0, u = 1.0;
  if (x == 0.0) return n % 2 == 0 ? -1.0 / x : INFINITY;
  if (x < 0.0 && x == floor(x)) return n % 2 == 0 ? NAN : INFINITY;
  if (n == 0 && x < 0.0)
    return jacobian_polygamma(0, 1.0 - x) - 3.141592653589793 * jacobian_cospi(x) / jacobian_sinpi(x);
  if (x < -1e6) return NAN;
  for (; t < n + 8; t += 1.0) sum += pow(t, -(n + 1));
  for (int k = 0, j = 2; k < 10; k++, j += 2) {
    u /= t * t;
    tail += bernoulli[k] * ratio * u;
    ratio *= (double)(j + n) * (j + n + 1) / ((j + 1) * (j + 2));
  }
  if (n == 0) return log(t) - 0.5 / t - tail - sum;
  return (n % 2 == 0 ? -1.0 : 1.0) * tgamma(n + 1.0) * (sum + pow(t, -n) * (1.0 / n + 0.5 / t + tail));
}`,
  },
  binet: {
    source: `(double x) {
  double u = 1.0 / (x * x);
  if (x < 10.0) return lgamma(x) - ((x - 0.5) * (log(x) - 1.0) + 0.4189385332046728);
  return (1.0 / 12.0 - u * (1.0 / 360.0 - u * (1.0 / 1260.0 - u * (1.0 / 1680.0 - u * (1.0 / 1188.0
    - u * 691.0 / 360360.0))))) / x;
}`,
  },
  lbeta: {
    needs: ["binet"],
    source: `(double a, double b) {
  double s = a + b, p = a < b ? a : b, q = a < b ? b : a;
  if (!(p > 0.0 && q < INFINITY))
    return p > 0.0 && q == INFINITY ? -INFINITY : p == 0.0 && q < INFINITY ? INFINITY : NAN;
  double main = (p - 0.5) * (log(p) - log(q) - log1p(p / q)) - q * log1p(p / q) - 0.5 * log(q);
  return main + 0.9189385332046728 + (jacobian_binet(a) + jacobian_binet(b) - jacobian_binet(s));
}`,
  },
  beta: { needs: ["lbeta"], source: `(double a, double b) { return exp(jacobian_lbeta(a, b)); }` },
}))();

const definition = (name: string): string =>
  `#ifndef JACOBIAN_${name.toUpperCase()}
#define JACOBIAN_${name.toUpperCase()}
static double jacobian_${name}${helpers[name]!.source}
#endif
`;

/** The names of all helpers, without the prefix that they have in the source. */
export const helperNames: readonly string[] = /*#__PURE__*/ Object.keys(helpers);

/** The definitions of some helpers and of those that they need, which come first; each may be there twice in a file. */
export const helperSource = (names: readonly string[]): string => {
  const all = new Set<string>();
  for (const name of names) {
    for (const need of helpers[name]!.needs ?? []) {
      for (const deeper of helpers[need]!.needs ?? []) all.add(deeper);
      all.add(need);
    }
    all.add(name);
  }
  return [...all].map(definition).join("");
};
