/// <reference types="vite/client" />
import type { Plain } from "@jacobian/core";

/** A point at which a primitive is checked, as the packages state it beside their sources. */
export interface Sample {
  readonly inputs: readonly Plain[];
  readonly statics?: unknown;
  readonly kind?: "interior" | "tie" | "jump";
}

type Table = Readonly<Record<string, readonly Sample[]>>;

const files = Object.entries(
  import.meta.glob<Table>("../../../packages/*/src/**/*.samples.ts", {
    eager: true,
    import: "samples",
  }),
);

/** The names of primitives that have samples, with the file that states them. */
export const stated: readonly (readonly [name: string, file: string])[] = files.flatMap(
  ([file, table]) => Object.keys(table).map((name) => [name, file] as const),
);

/** The samples of a primitive; only those of one kind if it is given. */
export const samplesOf = (name: string, kind?: Sample["kind"]): readonly Sample[] =>
  files
    .flatMap(([, table]) => table[name] ?? [])
    .filter((sample) => kind === undefined || (sample.kind ?? "interior") === kind);
