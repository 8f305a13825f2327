import type { Identity } from "./identity-parts.ts";
import { factors, spectra, norms, functions, subspaces } from "./spectral-identities.ts";
import { products, systems, determinants } from "./system-identities.ts";

export const identities: readonly Identity[] = Object.entries({
  ...products,
  ...systems,
  ...determinants,
  ...factors,
  ...spectra,
  ...norms,
  ...functions,
  ...subspaces,
}).map(([name, [left, right, ...needs]]) => ({ name, left, right, needs }));
