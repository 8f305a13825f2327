import { ask } from "../scratch.ts";
import type { Alone } from "./alone.ts";

/** The program of the installed `jacobian`, as its user calls it. */
export async function commandAnswers({ folder }: Alone): Promise<string> {
  const question = ["r*cos(t); r*sin(t)", "--at", "r=2,t=0.7", "--json"];
  const said = await ask("npx", ["--no", "--", "jacobian", ...question], { cwd: folder });
  const answer = JSON.parse(said) as { determinant?: unknown; at?: { rank?: unknown } };
  if (answer.determinant !== "r" || answer.at?.rank !== 2) {
    throw new Error(
      `command: expected npx jacobian to find the determinant r and rank 2, got ${said}; see the program`,
    );
  }
  return "npx jacobian finds the determinant of polar coordinates, r";
}
