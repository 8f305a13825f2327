import type { Pair } from "../app/fields.ts";

export interface Preset {
  readonly name: string;
  readonly f: string;
  readonly vars: string;
  readonly at: Pair;
  /** What there is to see. */
  readonly about: string;
}

/** Maps worth touching. */
export const presets: readonly Preset[] = [
  {
    name: "Polar coordinates",
    f: "r*cos(t); r*sin(t)",
    vars: "r, t",
    at: [2, 0.7],
    about: "det J = r: circles grow with their radius, and at r = 0 everything collapses.",
  },
  {
    name: "Complex square",
    f: "x^2 - y^2; 2*x*y",
    vars: "x, y",
    at: [1, 0.5],
    about: "Angles stay, areas grow by 4(x² + y²); every point but 0 has two preimages.",
  },
  {
    name: "Complex exponential",
    f: "exp(x)*cos(y); exp(x)*sin(y)",
    vars: "x, y",
    at: [0.4, 1],
    about: "Locally invertible everywhere (det J = e²ˣ), globally not: y and y + 2π meet.",
  },
  {
    name: "Shear",
    f: "x + y; y",
    vars: "x, y",
    at: [1, 1],
    about: "Squares lean, areas stay: det J = 1 everywhere.",
  },
  {
    name: "Swirl",
    f: "s := exp(-(x^2 + y^2)/4)*2\nx*cos(s) - y*sin(s); x*sin(s) + y*cos(s)",
    vars: "x, y",
    at: [1, 0.5],
    about: "It turns each circle by its own angle, and keeps areas.",
  },
  {
    name: "Bipolar coordinates",
    f: "sinh(t)/(cosh(t) - cos(s)); sin(s)/(cosh(t) - cos(s))",
    vars: "s, t",
    at: [1.2, 0.8],
    about: "Two families of circles; near the poles lengths run away.",
  },
  {
    name: "Robot arm",
    f: "2*cos(a) + 1.5*cos(a + b); 2*sin(a) + 1.5*sin(a + b)",
    vars: "a, b",
    at: [0.6, 0.9],
    about:
      "Joint angles to hand: det J = 3 sin b is 0 where the arm is straight, and the hand cannot go further.",
  },
  {
    name: "Fold",
    f: "x^2; y",
    vars: "x, y",
    at: [0.8, 0.4],
    about: "The sign of det J changes at x = 0: the paper turns over.",
  },
];
