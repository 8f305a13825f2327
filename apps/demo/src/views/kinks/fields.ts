import { choice, numbers, pair, text } from "../../app/fields.ts";
import { conventions } from "./conventions-field.ts";
import { valleyNames } from "./valleys.ts";

export const systems = ["jacobian", "pytorch", "jax", "tensorflow", "own"] as const;
export type System = (typeof systems)[number];

export const titles: Readonly<Record<System, string>> = {
  jacobian: "Jacobian",
  pytorch: "PyTorch",
  jax: "JAX",
  tensorflow: "TensorFlow",
  own: "Your own",
};

/** What only this view knows. */
export const kinksFields = {
  /** A formula of one or two variables. */
  kinked: text("abs(x)"),
  /** Where its kink is looked at; a coordinate that is missing is 0. */
  kinkAt: numbers([0, 0]),
  /** Whose convention is drawn. */
  convention: choice(systems, "jacobian"),
  /** The reader's own, where it is not the table's. */
  own: conventions(),
  valley: choice(valleyNames, "ravine"),
  /** Where the race starts. */
  raceFrom: pair(2.5, 1.5),
};
