import type { Convention, Conventions } from "@jacobian/nonsmooth";
import type { Field } from "../../app/fields.ts";

export const pieces = ["first", "last", "mean"] as const;

const conventionOf = (text: string): Convention | undefined => {
  const piece = pieces.find((each) => each === text);
  if (piece !== undefined) return piece;
  const slope = text === "" ? NaN : Number(text);
  return Math.abs(slope) <= 1e6 ? slope : undefined;
};

/** More primitives than this no formula of the page has. */
const most = 12;

/** Conventions by the names of their primitives, as `relu:0.5,abs:first`. */
export const conventions = (): Field<Conventions> => ({
  initial: {},
  write: (chosen) =>
    Object.entries(chosen)
      .map(([name, convention]) => `${name}:${convention}`)
      .join(","),
  read: (text) => {
    if (text === "") return {};
    const entries = text.split(",").map((each) => {
      const [, name = "", written = ""] = /^([a-z]\w{0,30}):(.*)$/iu.exec(each) ?? [];
      return [name, conventionOf(written)] as const;
    });
    const read = entries.flatMap(([name, convention]) =>
      convention === undefined ? [] : [[name, convention] as const],
    );
    const isWhole = read.length === entries.length && read.length <= most;
    return isWhole ? Object.fromEntries(read) : undefined;
  },
});
