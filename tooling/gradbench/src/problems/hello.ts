import { derivative } from "@jacobian/dual";
import { double, squared } from "../by-hand/hello.ts";
import { hello as objective } from "../objectives/hello.ts";
import { problem } from "./problem.ts";

export const hello = problem({
  read: (x: number): [number] => [x],
  functions: { square: objective, double: derivative(objective) },
  byHand: { square: squared, double },
});
