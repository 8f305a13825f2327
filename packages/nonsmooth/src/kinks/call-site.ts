import { type Algebra, Element, neg } from "@jacobian/core";

/** A line of a stack, in whatever engine's format: "at f (file:1:2)", "at file:1:2", "f@file:1:2". */
const place = /(?:^|[\s(@])((?:[\w-]+:\/|\/|[A-Za-z]:\\)[^()]*:\d+:\d+)\)?\s*$/;

const placesOf = ({ stack = "" }: Error): readonly string[] =>
  stack.split("\n").flatMap((line) => place.exec(line)?.[1] ?? []);

/** Takes a stack where core hands an operation over. */
class Probe extends Element<0> {
  readonly shape = [];
  places: readonly string[] = [];
  // Of an algebra `neg` needs no more.
  readonly algebra = {
    level: 0,
    open: true,
    unary: (): number => {
      this.places = placesOf(new Error());
      return 0;
    },
  } as unknown as Algebra;

  protected entry(): number {
    return NaN;
  }

  toString(): string {
    return "Probe";
  }
}

/** The folder src/ or dist/ that a file of a package is in, or the file's own. */
const folderOf = (file: string): string =>
  /^.*[/\\](?:src|dist)[/\\]/.exec(file)?.[0] ?? file.replace(/[^/\\]*$/, "");

/** The folders of this package and of core: where the stack of a call of `neg` begins. */
const ownFolders = (): readonly string[] => {
  const probe = new Probe();
  neg(probe);
  return probe.places.slice(0, 2).map(folderOf);
};

/**
 * The innermost line outside the packages, as `file:line:column`: who called the operation whose stack this is.
 * Undefined if there is none, as where all code is bundled into one folder.
 */
export const callerOf = (site: Error): string | undefined => {
  const folders = ownFolders();
  const own = (file: string): boolean =>
    file.includes("/node_modules/") || folders.some((folder) => file.startsWith(folder));
  return placesOf(site).find((file) => !own(file));
};

/** What engines with stacks of a limited length, such as V8, let be set; the language does not know it. */
const engine = Error as object as { stackTraceLimit?: number };

/** What f gives; stacks that are taken meanwhile are long enough to reach the caller, where an engine limits them. */
export const withLongStacks = <T>(f: () => T): T => {
  const { stackTraceLimit } = engine;
  if (stackTraceLimit === undefined) return f();
  engine.stackTraceLimit = Math.max(stackTraceLimit, 100);
  try {
    return f();
  } finally {
    engine.stackTraceLimit = stackTraceLimit;
  }
};
