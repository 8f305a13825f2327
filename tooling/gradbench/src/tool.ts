import { createInterface } from "node:readline";
import { respond } from "./protocol/respond.ts";

// A tool of GradBench: a message on each line of the standard input, its response on the output.
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${respond(line)}\n`);
