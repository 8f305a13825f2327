/** Compositions worth looking at. */
export const examples = [
  {
    name: "Polar, then square, then shear",
    f1: "r*cos(t); r*sin(t)",
    f2: "x^2 - y^2; 2*x*y",
    f3: "x + y/2; y",
  },
  {
    name: "A two-layer network: W₂·σ(W₁x)",
    f1: "x - 2*y; y/2 + x; 2*x + y",
    f2: "sigmoid(a); sigmoid(b); sigmoid(c)",
    f3: "a + b - c; 2*b - a/2",
  },
  {
    name: "Wide in the middle, one loss at the end",
    f1: "x*y; x + y; x - y; x*x; y*y",
    f2: "sin(a) + b*c; cos(d)*k",
    f3: "u^2 + v^2",
  },
] as const;
