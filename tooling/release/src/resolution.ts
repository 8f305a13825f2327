import { checkPackage } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Packed } from "./pack.ts";

/** ESM only: who resolves as CommonJS or as Node 10 did is not served. */
const unserved = new Set(["node10", "node16-cjs"]);

/** What publint finds wrong with the manifest. */
export async function manifestProblems({ tarball, types }: Packed): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  return messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? types.packageName}`,
  );
}

/** What "are the types wrong" finds for a consumer that imports ES modules. */
export async function typeProblems({ types }: Packed): Promise<string[]> {
  const result = await checkPackage(types);
  if (!result.types) return ["types: expected declarations, got none; build the package"];
  return result.problems
    .filter((problem) => !("resolutionKind" in problem && unserved.has(problem.resolutionKind)))
    .map((problem) => `types: ${JSON.stringify(problem)}`);
}
