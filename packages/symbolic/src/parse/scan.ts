/** What a text is made of. */
export interface Token {
  readonly kind: "number" | "name" | "symbol" | "newline" | "end" | "unknown";
  readonly text: string;
  readonly offset: number;
}

/**
 * A name: of letters of any alphabet with their marks, digits, digits as subscripts and _, beginning with a letter or _.
 * (Other numbers, such as the exponent of x², are no part of it.)
 */
export const identifier = /^[\p{L}_][\p{L}\p{M}\p{Nd}₀-₉_]*$/u;

const blank = /(?:[^\S\n]|#[^\n]*)*/uy;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[\p{L}_][\p{L}\p{M}\p{Nd}₀-₉_]*/uy;
const symbol = /\*\*|:=|[<>=]=|[-+*/^()[\],;<>\n]/y;

/** Cuts a text into tokens, one at a time. */
export class Scanner {
  private offset = 0;

  constructor(readonly text: string) {}

  next(): Token {
    this.match(blank);
    const offset = this.offset;
    if (offset >= this.text.length) return { kind: "end", text: "", offset };
    const digits = this.match(number);
    if (digits !== "") return { kind: "number", text: digits, offset };
    const word = this.match(name);
    if (word !== "") return { kind: "name", text: word.normalize(), offset };
    const sign = this.match(symbol);
    if (sign !== "") return { kind: sign === "\n" ? "newline" : "symbol", text: sign, offset };
    return { kind: "unknown", text: String.fromCodePoint(this.text.codePointAt(offset)!), offset };
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    if (!pattern.test(this.text)) return "";
    const from = this.offset;
    this.offset = pattern.lastIndex;
    return this.text.slice(from, this.offset);
  }
}
