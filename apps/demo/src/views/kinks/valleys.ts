export const valleyNames = ["ravine", "bend"] as const;
export type ValleyName = (typeof valleyNames)[number];

export interface Valley {
  readonly title: string;
  readonly formula: string;
  readonly about: string;
}

/** Functions with the least value 0, and a kink all along the bottom. */
export const valleys: Readonly<Record<ValleyName, Valley>> = {
  ravine: {
    title: "A straight ravine",
    formula: "abs(x)/2 + 4*abs(y)",
    about: "Steep walls, a gently sloping bottom, and a kink all along it.",
  },
  bend: {
    title: "A bent ravine",
    formula: "abs(x) + 4*abs(x^2/4 - y)",
    about: "The bottom is a parabola, so no straight step stays on it.",
  },
};
