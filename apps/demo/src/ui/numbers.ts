/** A number as people read it: four digits, a true minus, no trailing zeros. */
export const shown = (x: number): string => {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "undefined" : x > 0 ? "∞" : "−∞";
  const size = Math.abs(x);
  const digits =
    size !== 0 && (size < 1e-3 || size >= 1e5) ? x.toExponential(2) : String(Number(x.toFixed(4)));
  return digits.replace(/-/gu, "−").replace(/^−0$/u, "0");
};

export const shownPoint = (x: readonly number[]): string => `(${x.map(shown).join(", ")})`;
