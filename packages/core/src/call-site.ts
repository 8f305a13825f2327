/** A line of a stack, in whatever engine's format: "at f (file:1:2)", "at file:1:2", "f@file:1:2". */
const place = /(?:^|[\s(@])((?:[\w-]+:\/|\/|[A-Za-z]:\\)[^()]*:\d+:\d+)\)?\s*$/;

const placesOf = ({ stack = "" }: Error): readonly string[] =>
  stack.split("\n").flatMap((line) => place.exec(line)?.[1] ?? []);

/** The folder src/ or dist/ that a file of a package is in, or the file's own. */
const folderOf = (file: string): string =>
  /^.*[/\\](?:src|dist)[/\\]/.exec(file)?.[0] ?? file.replace(/[^/\\]*$/, "");

/**
 * The innermost line outside the packages, as `file:line:column`: who called the operation in which this stack was
 * taken. Core, what stands in node_modules, and the package that took the stack are not outside. Undefined if
 * there is no other line, as where all code is bundled into one folder.
 * @example
 * const stack = "at f (/packages/a/src/f.js:1:2)\n at g (/mine/g.js:3:4)";
 * callerOf(Object.assign(new Error(), { stack })); // "/mine/g.js:3:4"
 */
export const callerOf = (site: Error): string | undefined => {
  const lines = placesOf(site);
  const folders = [...lines.slice(0, 1), ...placesOf(new Error()).slice(0, 1)].map(folderOf);
  const own = (file: string): boolean =>
    file.includes("/node_modules/") || folders.some((folder) => file.startsWith(folder));
  return lines.find((file) => !own(file));
};

/** What engines with stacks of a limited length, such as V8, let be set; the language does not know it. */
const engine = Error as object as { stackTraceLimit?: number };

/**
 * What f gives; stacks that are taken meanwhile are long enough to reach the caller, where an engine limits them.
 * @example
 * withLongStacks(() => 3); // 3
 */
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
