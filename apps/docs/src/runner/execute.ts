import { open } from "./doors.ts";
import { show } from "./inspect.ts";
import { parameters, prepare } from "./program.ts";

/** What a program gave: the value of the statement that ends on a line, or what it logged. */
export interface Output {
  readonly line?: number;
  readonly text: string;
}

type Tell = (output: Output) => void;

/** A page that is shown more than this is slow, and nobody reads it. */
const longest = 10_000;

const cut = (text: string): string =>
  text.length > longest
    ? `${text.slice(0, longest)} ... ${text.length - longest} more letters`
    : text;

const outcome = (compute: () => unknown): string | undefined => {
  try {
    const value = compute();
    return value === undefined ? undefined : show(value);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `throws ${error.name}: ${error.message}`;
  }
};

const showing =
  (tell: Tell) =>
  (line: number, compute: () => unknown): void => {
    const text = outcome(compute);
    if (text !== undefined) tell({ line, text: cut(text) });
  };

/** Runs the text of a reader, in a worker of his own page and nowhere else. */
export const execute = async (source: string, tell: Tell): Promise<void> => {
  const { doors, body } = prepare(source);
  const opened = await open(doors);
  const log = (...values: readonly unknown[]): void =>
    tell({
      text: cut(values.map((each) => (typeof each === "string" ? each : show(each))).join(" ")),
    });
  // The page is an editor: what is run is what its reader has typed, or a file of this site.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running typed text is the purpose
  const program = new Function(...parameters, body);
  Reflect.apply(program, undefined, [opened, showing(tell), { log }]);
};
