import type { Suite } from "../benchmark.ts";
import { eigen } from "../peers/eigen.ts";
import { emLapack } from "../peers/emlapack.ts";
import { jaxJs } from "../peers/jax-js.ts";
import { numpyTs } from "../peers/numpy-ts.ts";
import { rowsBeside } from "./linalg-rows.ts";

const slow = "takes more than three seconds a call";
const broken = 'ends in "memory access out of bounds"';

/**
 * Dense linear algebra beside packages that compute in WebAssembly or asm.js, in a process of their own
 * for the reason given in `webassembly.ts`.
 */
export const suite: Suite = {
  name: "dense linear algebra, beside WebAssembly",
  per: "call",
  benchmarks: rowsBeside({
    "jax-js": {
      routines: jaxJs,
      ahead: true,
      without: { "eigh 500": slow, "svd 500": slow },
    },
    "numpy-ts": {
      routines: numpyTs,
      ahead: false,
      without: { "eigh 200": slow, "eigh 500": slow, "svd 500": slow },
    },
    eigen: {
      routines: eigen,
      ahead: false,
      without: {
        "solve 200": broken,
        "solve 500": broken,
        "cholesky 500": broken,
        "qr 200": broken,
        "qr 500": broken,
        "svd 200": broken,
        "svd 500": broken,
      },
    },
    emlapack: {
      routines: emLapack,
      ahead: false,
      without: { "svd 500": "its heap of 16 MB has no room for it" },
    },
  }),
};
