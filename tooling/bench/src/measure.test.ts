import { expect, test } from "vitest";
import { fastest, sink, type Work } from "./measure.ts";

/** Works for so long at least, by the clock and by the processor, which counts microseconds. */
const busy =
  (milliseconds: number): Work =>
  () => {
    const [start, processor] = [performance.now(), process.cpuUsage()];
    const worked = (): number => {
      const { user, system } = process.cpuUsage(processor);
      return Math.min(performance.now() - start, (user + system - 2) / 1000);
    };
    while (worked() < milliseconds);
    return milliseconds;
  };

test("the fastest time of each work, in nanoseconds, is never less than it takes", () => {
  const [short = NaN, long = NaN] = fastest([busy(0.2), busy(1)], 30);
  expect(short).toBeGreaterThanOrEqual(0.2e6);
  expect(long).toBeGreaterThanOrEqual(1e6);
  expect(long).toBeGreaterThan(short);
});

test("what the work made is kept", () => {
  fastest([() => 17], 1);
  expect(sink.last).toBe(17);
});
