import type { Factors } from "./product.ts";
import type { Terms } from "./sum.ts";

export const identitiesOfSums = (_terms: Terms): void => undefined;
export const identitiesOfProducts = (_factors: Factors): void => undefined;
