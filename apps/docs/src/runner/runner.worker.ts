import { execute } from "./execute.ts";
import type { Reply } from "./runner.ts";

const reply = (message: Reply): void => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<string>) => {
  execute(data, (output) => reply({ output })).then(
    () => reply({ done: true }),
    (error: unknown) =>
      reply({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
  );
});
