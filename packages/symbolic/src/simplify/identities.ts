import { sharesFactors } from "./common-factor.ts";
import { joinsLogarithms } from "./logarithms.ts";
import type { Factors } from "./product.ts";
import { joinsSquares } from "./pythagoras.ts";
import { joinsConjugates } from "./conjugates.ts";
import { joinsSigns } from "./signs-in-products.ts";
import { joinsAngles } from "./tangents.ts";
import type { Terms } from "./sum.ts";
import type { Term } from "./term.ts";

/** Applies the identities of sums; whether one applied. */
export const identitiesOfSums = (terms: Terms): boolean =>
  joinsSquares(terms) || joinsLogarithms(terms);

/** What a sum is by identities that leave no sum: a product with the factors that all terms share. */
export const productFromSum = (terms: Terms): Term | undefined => sharesFactors(terms);

/** Applies the identities of products; whether one applied. */
export const identitiesOfProducts = (factors: Factors): boolean =>
  joinsAngles(factors) || joinsSigns(factors) || joinsConjugates(factors);
