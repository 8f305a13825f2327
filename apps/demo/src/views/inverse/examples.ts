import { type State, write } from "../../app/state.ts";
import { presets } from "../../model/presets.ts";

type Setting = Pick<State, "at" | "target" | "twice" | "other" | "known" | "lipschitz" | "within">;

/** Something to look at: a map by the name of its preset, and where to stand. */
export interface Example {
  readonly name: string;
  readonly map: string;
  readonly setting: Setting;
}

const estimated = { known: false, lipschitz: 4, within: 1 } as const;
const once = { twice: false, other: [-1.6, 3.9] } as const;

export const examples: readonly Example[] = [
  {
    name: "From x, y back to polar coordinates",
    map: "Polar coordinates",
    setting: { at: [2, 0.7], target: [1.1, 1.6], ...once, ...estimated },
  },
  {
    name: "Two square roots of one number",
    map: "Complex square",
    setting: { at: [1, 0.5], target: [0.6, 1.2], twice: true, other: [-1, -0.5], ...estimated },
  },
  {
    name: "A radius that is certain: z² has L = 4",
    map: "Complex square",
    setting: {
      at: [1, 0.5],
      target: [0.6, 1.2],
      ...once,
      known: true,
      lipschitz: 4,
      within: 10,
    },
  },
  {
    name: "Two logarithms of one number",
    map: "Complex exponential",
    setting: { at: [0.4, 1], target: [0.7, 1.35], twice: true, other: [0.4, 7], ...estimated },
  },
  {
    name: "Close to a fold: det J is nearly 0",
    map: "Fold",
    setting: { at: [0.15, 0.4], target: [0.3, 0.5], ...once, ...estimated },
  },
  {
    name: "On the fold: no inverse at all",
    map: "Fold",
    setting: { at: [0, 0.4], target: [0.3, 0.5], ...once, ...estimated },
  },
  {
    name: "A target that the map never takes",
    map: "Fold",
    setting: { at: [0.8, 0.4], target: [-0.4, 0.5], ...once, ...estimated },
  },
];

/** The map of an example as the page's state has it, with where to stand. */
export const stateOf = ({ map, setting }: Example): Partial<State> => {
  const { f, vars } = presets.find(({ name }) => name === map)!;
  return { f, vars, ...setting };
};

/** Whether the page's state is that of an example: the addresses are then the same. */
export const isShown = (example: Example, state: State): boolean =>
  write({ ...state, ...stateOf(example) }) === write(state);
