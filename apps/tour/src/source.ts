import { readFileSync } from "node:fs";
import { DataError } from "./data-error.ts";

/** A text file, line by line, and the name that errors call it by. */
export interface Source {
  readonly file: string;
  readonly lines: readonly string[];
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** @throws DataError if `text` holds nothing but white space. */
export const sourceOf = (file: string, text: string): Source => {
  if (text.trim() !== "") return { file, lines: text.trimEnd().split(/\r?\n/) };
  throw new DataError(
    file,
    1,
    "data",
    "an empty file",
    "restore the file that ships with the tour",
  );
};

/** @throws DataError if the file cannot be read or is empty. */
export const readSource = (file: string): Source => sourceOf(file, read(file));

const read = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError(file, 1, "a readable file", reason, "give the folder that holds it");
  }
};

/** What stands between blanks. */
export const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? [];

/**
 * The finite numbers that a line's words spell.
 * @throws DataError for another count, letters, NaN or a number beyond float64.
 */
export const numbers = (
  { file }: Source,
  line: number,
  words: readonly string[],
  count: number,
): number[] => {
  if (words.length !== count) {
    const got = words.length === 0 ? "none" : `${words.length} (${words.join(" ")})`;
    throw new DataError(file, line, plural(count), got, "write each number once, between blanks");
  }
  return words.map((word) => finite(file, line, word));
};

const finite = (file: string, line: number, word: string): number => {
  const x = decimal.test(word) ? Number(word) : NaN;
  if (Number.isFinite(x)) return x;
  throw new DataError(file, line, "a finite number", `"${word}"`, "write it like -12.5 or 1.25e-3");
};

const plural = (count: number): string => (count === 1 ? "1 number" : `${count} numbers`);
