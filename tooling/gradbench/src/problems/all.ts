import { ba } from "./ba.ts";
import { det } from "./det.ts";
import { gmm } from "./gmm.ts";
import { hello } from "./hello.ts";
import { ht } from "./ht.ts";
import { kmeans } from "./kmeans.ts";
import { llsq } from "./llsq.ts";
import { lse } from "./lse.ts";
import { lstm } from "./lstm.ts";
import { ode } from "./ode.ts";
import { particle } from "./particle.ts";
import type { Problem } from "./problem.ts";
import { saddle } from "./saddle.ts";

/** The twelve problems, by the names of their modules in the protocol. */
export const problems: ReadonlyMap<string, Problem> = new Map(
  Object.entries({ hello, llsq, lse, det, ode, kmeans, lstm, gmm, ba, ht, particle, saddle }),
);
