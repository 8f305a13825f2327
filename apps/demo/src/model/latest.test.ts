import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Latest } from "./latest.ts";

/** A worker that answers when it is told to. */
class Slow extends EventTarget {
  readonly asked: unknown[] = [];
  isEnded = false;
  postMessage(question: unknown): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

const setUp = () => {
  const workers: Slow[] = [];
  const answers: unknown[] = [];
  const latest = new Latest<number, string>({
    make: () => {
      const worker = new Slow();
      workers.push(worker);
      // What `Latest` needs of a worker.
      return worker as unknown as Worker;
    },
    onAnswer: (answer) => answers.push(answer),
    onTimeout: () => answers.push("too long"),
  });
  return { latest, workers, answers };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("of what is asked meanwhile only the newest is asked next", () => {
  const { latest, workers, answers } = setUp();
  for (const question of [1, 2, 3, 4]) latest.ask(question);
  expect(workers[0]!.asked).toEqual([1]);
  workers[0]!.answer("one");
  expect(workers[0]!.asked).toEqual([1, 4]);
  workers[0]!.answer("four");
  expect(answers).toEqual(["one", "four"]);
  latest.ask(5);
  expect(workers[0]!.asked).toEqual([1, 4, 5]);
});

test("what takes too long is ended, and the next question has a new worker", () => {
  const { latest, workers, answers } = setUp();
  latest.ask(1);
  vi.advanceTimersByTime(3000);
  expect(answers).toEqual(["too long"]);
  expect(workers[0]!.isEnded).toBe(true);
  latest.ask(2);
  expect(workers[1]!.asked).toEqual([2]);
});

test("nothing is told after it has been stopped", () => {
  const { latest, workers, answers } = setUp();
  latest.ask(1);
  latest.stop();
  vi.advanceTimersByTime(10_000);
  expect(workers[0]!.isEnded).toBe(true);
  expect(answers).toEqual([]);
});
