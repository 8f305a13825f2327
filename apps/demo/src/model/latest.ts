/** Longer than this nobody waits for a picture. */
const patience = 3000;

export interface LatestOptions<A> {
  readonly make: () => Worker;
  readonly onAnswer: (answer: A) => void;
  /** A question took too long; its worker has been ended. */
  readonly onTimeout: () => void;
}

/**
 * Asks a worker one thing at a time. Of what is asked while it works, as a drag does at every frame,
 * only the newest is asked when it is done: so the page never waits, and the worker never falls behind.
 */
export class Latest<Q, A> {
  private worker: Worker | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isBusy = false;
  private next: { readonly question: Q } | undefined;

  constructor(private readonly options: LatestOptions<A>) {}

  ask(question: Q): void {
    this.next = { question };
    if (!this.isBusy) this.send();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = undefined;
    this.isBusy = false;
    this.next = undefined;
  }

  private send(): void {
    if (this.next === undefined) return;
    const { question } = this.next;
    this.next = undefined;
    this.isBusy = true;
    this.running().postMessage(question);
    this.timer = setTimeout(() => {
      this.stop();
      this.options.onTimeout();
    }, patience);
  }

  private running(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = this.options.make();
    worker.addEventListener("message", ({ data }: MessageEvent<A>) => {
      clearTimeout(this.timer);
      this.isBusy = false;
      this.options.onAnswer(data);
      this.send();
    });
    this.worker = worker;
    return worker;
  }
}
