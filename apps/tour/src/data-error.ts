/** A data file that is missing or does not hold what it should. The message starts `file:line: `. */
export class DataError extends Error {
  override readonly name = "DataError";

  /** @param line counted from 1 */
  constructor(file: string, line: number, expected: string, got: string, remedy: string) {
    super(`${file}:${line}: expected ${expected}, got ${got}; ${remedy}`);
  }
}
