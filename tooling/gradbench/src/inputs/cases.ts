import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { mixture, rowsOf, uniform } from "./draw.ts";

/** What a file of ours holds. */
interface Recorded {
  /** Only where it is not drawn. */
  readonly input?: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
}

type Input = () => unknown;

const llsq = (n: number, skip: number): Input => {
  return () => ({ x: uniform(skip, 128), n });
};

const lse = (n: number, skip: number): Input => {
  return () => ({ x: uniform(skip, n) });
};

const det = (ell: number, skip: number): Input => {
  return () => ({ A: uniform(skip, ell * ell), ell });
};

const ode = (n: number, s: number, skip: number): Input => {
  return () => ({ x: uniform(skip, n), s });
};

const kmeans = (k: number, n: number, d: number, skip: number): Input => {
  return () => {
    const points = rowsOf(d, uniform(skip, n * d));
    return { points, centroids: points.slice(-k) };
  };
};

const gmm = (d: number, k: number): Input => {
  return () => mixture(d, k, 1000);
};

/** Read from a file: data of the world, or drawn from no seed that is known. */
const kept =
  (name: string): Input =>
  () =>
    recorded(name).input;

/** The hand is the same in all cases, and stands in a file of its own. */
const hand =
  (name: string): Input =>
  () => {
    const { data, ...input } = recorded(name).input as { readonly data: object };
    return { ...input, data: { ...data, model: read("ht-model") } };
  };

/** How each input comes about, by problem and size. */
const inputs: ReadonlyMap<string, Input> = new Map([
  ["hello-x3", () => 3],
  ["llsq-n64_m128", llsq(64, 256)],
  ["llsq-n1024_m128", llsq(1024, 768)],
  ["llsq-n16392_m128", llsq(16392, 1280)],
  ["lse-n2500", lse(2500, 0)],
  ["lse-n80000", lse(80_000, 77_500)],
  ["det-l6", det(6, 25)],
  ["det-l8", det(8, 110)],
  ["det-l10", det(10, 255)],
  ["ode-n8_s100_extra", () => ({ x: Array.from({ length: 8 }, (_, i) => 0.5 + 0.1 * i), s: 100 })],
  ["ode-n1000_s10", ode(1000, 10, 1000)],
  ["ode-n10000_s100", ode(10_000, 100, 123_000)],
  ["kmeans-k10_n1000_d8", kmeans(10, 1000, 8, 0)],
  ["kmeans-k100_n10000_d8", kmeans(100, 10_000, 8, 288_000)],
  ["lstm-l2_c1024", kept("lstm-l2_c1024")],
  ["lstm-l4_c1024", kept("lstm-l4_c1024")],
  ["gmm-d2_k5_n1000", gmm(2, 5)],
  ["gmm-d10_k25_n1000", gmm(10, 25)],
  ["gmm-d32_k50_n1000", gmm(32, 50)],
  ["ba-ba1_n49_m7776_p31843", kept("ba-ba1_n49_m7776_p31843")],
  ["ht-hand1_t26_c100", hand("ht-hand1_t26_c100")],
  ["ht-hand5_t26_c800", hand("ht-hand5_t26_c800")],
  ["particle-w0", () => ({ w: 0 })],
  ["saddle-s1", () => ({ start: [1, 1] })],
]);

/** The names of the cases: the problem, a dash, the size. */
export const caseNames: readonly string[] = [...inputs.keys()];

export const problemOf = (name: string): string => name.slice(0, name.indexOf("-"));

/** Sources, tests and bundles stand at different depths in the folder of the package. */
const folder = ["../data/", "../../data/"]
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url));

const read = (name: string): unknown => {
  if (folder === undefined)
    throw new Error("cases: expected the folder data, got none; run inside the package");
  return JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, folder))).toString());
};

/** A file of ours: an object of these parts. */
const recorded = (name: string): Recorded => read(name) as Recorded;

/**
 * The input of a case, in the form of a message.
 * @throws Error for a case of another name.
 */
export const inputOf = (name: string): unknown => {
  const input = inputs.get(name);
  if (input !== undefined) return input();
  throw new Error(
    `cases: expected one of ${caseNames.join(", ")}, got "${name}"; name one of them`,
  );
};

/** What the reference implementation makes of it, by function. What is too large to keep is left out. */
export const expectedOf = (name: string): Recorded["expected"] => recorded(name).expected;
