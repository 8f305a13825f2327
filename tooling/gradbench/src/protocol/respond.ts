import { problems } from "../problems/all.ts";
import { toJson } from "./json.ts";
import { run } from "./run.ts";

/** What a line may say; of each field it must be looked at whether it is there. */
interface Message {
  readonly id: unknown;
  readonly kind?: unknown;
  readonly module?: unknown;
  readonly function?: unknown;
  readonly input?: unknown;
}

type Answer = Readonly<Record<string, unknown>>;

const failure = (error: unknown): Answer => ({
  success: false,
  error: error instanceof Error ? error.message : String(error),
});

const parsed = (line: string): Message => {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    // Said below: what is no JSON is no message either.
  }
  if (typeof message === "object" && message !== null && "id" in message) return message;
  throw new Error(
    `tool: expected a JSON object with an id, got ${line.slice(0, 40)}; send one message on each line`,
  );
};

const moduleOf = ({ module }: Message) => {
  const problem = typeof module === "string" ? problems.get(module) : undefined;
  if (problem !== undefined) return problem;
  const names = [...problems.keys()].join(", ");
  throw new Error(
    `define: expected one of ${names}, got ${module === undefined ? "none" : toJson(module)}; ask for one of these modules`,
  );
};

const define = (message: Message): Answer => {
  moduleOf(message);
  return { success: true };
};

const evaluate = (message: Message): Answer => {
  const { function: name, input } = message;
  const { output, timings } = run(moduleOf(message).work(String(name), input), input);
  return { success: true, output, timings };
};

/** By kind; a message of any other kind is acknowledged, as the protocol says. */
const answers: ReadonlyMap<unknown, (message: Message) => Answer> = new Map([
  ["start", () => ({ tool: "jacobian" })],
  ["define", define],
  ["evaluate", evaluate],
]);

/**
 * The response to a message of the GradBench protocol, both as lines of JSON. It never throws: what
 * goes wrong is the response, with the id of the message, or null where it has none.
 */
export const respond = (line: string): string => {
  let id: unknown = null;
  try {
    const message = parsed(line);
    ({ id } = message);
    return toJson({ id, ...answers.get(message.kind)?.(message) });
  } catch (error) {
    return toJson({ id, ...failure(error) });
  }
};
