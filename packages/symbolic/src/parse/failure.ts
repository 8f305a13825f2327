import { JacobianError, ParseError, type TextPosition } from "@jacobian/core";
import type { Token } from "./scan.ts";

/** Where an offset stands. */
export const positionAt = (text: string, offset: number): TextPosition => {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - start + 1, offset };
};

/** So much of a long line is shown on either side of the place. */
const margin = 36;

/** The line in question and a caret below the place. */
const excerpt = (text: string, { column, offset }: TextPosition): string => {
  const start = offset - column + 1;
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end < 0 ? undefined : end);
  const from = Math.max(0, column - 1 - margin);
  const before = line.slice(from, column - 1);
  // A tab stays one, so that the caret stands below its place; other characters are one wide each.
  const indent = Array.from(before, (c) => (c === "\t" ? c : " ")).join("");
  return `${before}${line.slice(column - 1, column - 1 + margin)}\n${indent}^`;
};

const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const described = ({ kind, text }: Token): string => {
  if (kind === "end") return "the end of the text";
  if (kind === "newline") return "the end of the line";
  return `${kind === "name" ? "the name " : kind === "number" ? "the number " : ""}${JSON.stringify(clipped(text))}`;
};

/** What a parser throws at a token. */
export const unexpected = (
  text: string,
  token: Token,
  expected: string,
  remedy: string,
  got = described(token),
): ParseError => {
  const position = positionAt(text, token.offset);
  return new ParseError(
    `parse: expected ${expected}, got ${got}; ${remedy}\n${excerpt(text, position)}`,
    position,
    expected,
  );
};

/** What `make` gives; an error of core that it throws is told with the place of the token. */
export const located = <T>(text: string, token: Token, make: () => T): T => {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof JacobianError)) throw error;
    const position = positionAt(text, token.offset);
    const message = `${error.message}\n${excerpt(text, position)}`;
    throw new ParseError(message, position, "operands that fit");
  }
};
