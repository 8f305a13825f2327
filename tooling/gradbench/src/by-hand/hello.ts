export const squared = (x: number): number => x * x;

export const double = (x: number): number => 2 * x;
