import type { Browser, Page } from "playwright-core";

/** What is read of an event of a trace of Chromium; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time on a processor, without what the thread has waited for one. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

/** Notes what the page's main thread does; what it gives ends that, with the processor time of the longest task in milliseconds. */
export const longestTask = async (browser: Browser, page: Page): Promise<() => Promise<number>> => {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  return async () => {
    const trace = JSON.parse((await browser.stopTracing()).toString()) as {
      readonly traceEvents: readonly TraceEvent[];
    };
    const main = new Set(
      trace.traceEvents
        .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
        .map(threadOf),
    );
    const times = trace.traceEvents.flatMap((event) =>
      event.name.endsWith("RunTask") && main.has(threadOf(event)) ? [event.tdur ?? 0] : [],
    );
    return Math.max(...times) / 1000;
  };
};
