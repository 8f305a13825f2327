/** 2ˣ, exact at integers. (e^(x·log 2) would carry the rounding of x·log 2: 1e-13 near the ends.) */
export const exp2 = (x: number): number => 2 ** x;
