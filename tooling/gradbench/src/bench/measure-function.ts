import { fastest } from "@tooling/bench/measure";
import { difference } from "../comparison.ts";
import { expectedOf, inputOf, problemOf } from "../inputs/cases.ts";
import { tensorflow } from "../peers/tensorflow.ts";
import { problems } from "../problems/all.ts";
import { toJson } from "../protocol/json.ts";

/** What one function of a problem took, in a process of its own. */
export interface Figures {
  /** Nanoseconds of one evaluation, by contender. */
  readonly nanoseconds: Readonly<Record<string, number>>;
  /** The largest difference from what was expected, over its largest entry, by contender. */
  readonly differences: Readonly<Record<string, number>>;
  /** Megabytes of memory in use before the packages had evaluated it, and the most while they did. */
  readonly before: number;
  readonly peak: number;
}

type Work = () => unknown;

const shown = (x: unknown): unknown => JSON.parse(toJson(x));

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** A contender that is fast and wrong has no figure; TensorFlow.js adds 80 000 float32 one by one. */
const differencesOf = (name: string, works: ReadonlyMap<string, Work>, expected: unknown) => {
  const found = [...works].map(([contender, work]): [string, number] => {
    const { largest } = difference(expected, shown(work()));
    const tolerance = contender === "tensorflow" ? 1e-2 : 1e-8;
    if (largest <= tolerance) return [contender, largest];
    throw new Error(
      `bench: expected ${name} of ${contender} to differ by ${tolerance} at the most, got ${largest}; correct it before timing it`,
    );
  });
  return Object.fromEntries(found);
};

/**
 * @param patience milliseconds for each contender
 * @throws Error if a contender comes to another output than the reference
 */
export const measureFunction = async (
  name: string,
  f: string,
  patience: number,
): Promise<Figures> => {
  const input = inputOf(name);
  const problem = problems.get(problemOf(name))!;
  const before = megabytes(process.memoryUsage().rss);
  const ours = problem.work(f, input);
  for (let k = 0; k < 3; k++) ours();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const byHand = problem.work(f, input, "by hand");
  const works = new Map<string, Work>([
    ["packages", ours],
    ["by hand", byHand],
  ]);
  const peer = await tensorflow(problemOf(name), f, input);
  if (peer !== undefined) works.set("tensorflow", peer);
  // What is too large to keep is compared with the loops by hand, which smaller cases have checked.
  const differences = differencesOf(`${name} ${f}`, works, expectedOf(name)[f] ?? shown(byHand()));
  const times = fastest([...works.values()], patience);
  const nanoseconds = [...works.keys()].map((contender, k): [string, number] => [
    contender,
    Number(times[k]!.toPrecision(3)),
  ]);
  return { nanoseconds: Object.fromEntries(nanoseconds), differences, before, peak };
};
