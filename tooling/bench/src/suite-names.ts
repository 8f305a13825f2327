/** The suites in the order of the report; each is `suite` in a file of that name, and a bundle of its own. */
export const suiteNames: readonly string[] = [
  "plain",
  "plain-after-elements",
  "dual",
  "forward",
  "taylor",
  "tape",
  "checkpointing",
  "problems",
  "hessian",
  "webassembly",
  "linalg",
  "linalg-webassembly",
  "symbolic-evaluation",
  "nonsmooth",
  "symbolic",
];
