import type { Output } from "./execute.ts";

/** What the worker says of a program: what it gave, that it is done, or why it stopped. */
export type Reply =
  { readonly output: Output } | { readonly done: true } | { readonly error: string };

/** Seconds after which a program is stopped; what it takes to load a package counts too. */
const timeLimit = 10;

/** How many outputs are shown. */
const mostOutputs = 500;

/**
 * Runs a program in a worker and hands over what it gives, as it comes.
 *
 * @returns why it did not come to its end, or undefined if it did
 */
export const run = (source: string, tell: (output: Output) => void): Promise<string | undefined> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./runner.worker.ts", import.meta.url), { type: "module" });
    const stop = (reason?: string): void => {
      clearTimeout(clock);
      worker.terminate();
      resolve(reason);
    };
    const clock = setTimeout(
      () => stop(`stopped after ${timeLimit} seconds; is there a loop without an end?`),
      timeLimit * 1000,
    );
    let count = 0;
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if ("output" in data) {
        tell(data.output);
        if (++count === mostOutputs) stop(`stopped after ${mostOutputs} outputs`);
      } else stop("error" in data ? data.error : undefined);
    });
    worker.addEventListener("error", ({ message }) => stop(message));
    worker.postMessage(source);
  });
