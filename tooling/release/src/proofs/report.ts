import { availableParallelism } from "node:os";

/** Prints a line for each proof, and counts those that failed. */
export class Report {
  #failed = 0;

  /** How many proofs failed so far. */
  get failed(): number {
    return this.#failed;
  }

  /**
   * Runs a proof.
   *
   * @param about what it is of, such as the name of a package
   * @param show says what was seen, or throws: the message is printed, and nothing else stops
   * @returns whether it held
   */
  async prove(about: string, show: () => string | Promise<string>): Promise<boolean> {
    const line = (mark: string, text: string) => `${mark}  ${about.padEnd(19)}  ${text}`;
    try {
      console.log(line("ok  ", await show()));
      return true;
    } catch (error) {
      this.#failed++;
      const text = error instanceof Error ? error.message : String(error);
      console.error(line("FAIL", text.trim().replaceAll("\n", "\n      ")));
      return false;
    }
  }
}

/** Does the work of every item, as many at a time as this machine has processors. */
export async function sideBySide<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}
