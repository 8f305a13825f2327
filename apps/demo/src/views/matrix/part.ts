/** A row or a column of the Jacobian, or the whole. */
export type Part =
  { readonly kind: "row" | "column"; readonly index: number } | { readonly kind: "whole" };

export const whole: Part = { kind: "whole" };

/** The part that an address names; the whole if the matrix has no such part. */
export const partOf = (name: string, rows: number, cols: number): Part => {
  const [, kind, digits] = /^(row|column)(\d+)$/u.exec(name) ?? [];
  const index = Number(digits);
  if (kind === "row" && index < rows) return { kind, index };
  if (kind === "column" && index < cols) return { kind, index };
  return whole;
};

export const nameOf = (part: Part): string =>
  part.kind === "whole" ? "" : `${part.kind}${part.index}`;

export const holds = (part: Part, row: number, column: number): boolean =>
  part.kind === "row" ? part.index === row : part.kind === "column" && part.index === column;
