import type { Answer, Compilation, Question } from "./compiled.ts";

/** A formula that takes longer is ended with its worker. */
const patience = 3000;

/** Compiles in a worker, one text at a time: a newer question ends an older one that is not yet answered. */
export class Compiler {
  private worker: Worker | undefined;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting: ((compilation: Compilation) => void) | undefined;

  /** Answers by calling `then`, never if another question comes first. */
  ask(source: string, variables: string, then: (compilation: Compilation) => void): void {
    if (this.waiting !== undefined) this.stop();
    this.waiting = then;
    const question: Question = { id: ++this.asked, source, variables };
    this.running().postMessage(question);
    this.timer = setTimeout(() => {
      this.stop();
      const message = `It takes longer than ${patience / 1000} seconds to differentiate; take a simpler formula.`;
      then({ ok: false, source, message, offset: 0 });
    }, patience);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
    this.worker?.terminate();
    this.worker = undefined;
  }

  private running(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(new URL("./compiler.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.id !== this.asked) return;
      clearTimeout(this.timer);
      const { waiting } = this;
      this.waiting = undefined;
      waiting?.(data.compilation);
    });
    this.worker = worker;
    return worker;
  }
}
