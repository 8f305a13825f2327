import { algebrite } from "./algebrite.ts";
import { computeEngine } from "./compute-engine.ts";
import { mathjs } from "./mathjs.ts";
import { nerdamer } from "./nerdamer.ts";
import type { SymbolicPeer } from "./peer.ts";

/** The packages that differentiate formulas, by name. */
export const symbolicPeers: Readonly<Record<string, SymbolicPeer>> = {
  mathjs,
  nerdamer,
  algebrite,
  "compute-engine": computeEngine,
};
