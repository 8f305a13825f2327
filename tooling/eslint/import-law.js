/**
 * Who may import whom. The one place where it is said: the lint rule, the check of the manifests and
 * the graph in ARCHITECTURE.md all read this table.
 *
 *     core ← { linalg, dual, tape, symbolic, nonsmooth } ← jacobian ← flows ← apps
 */
const leaf = ["core"];
const umbrella = ["core", "linalg", "dual", "tape", "symbolic", "nonsmooth"];

/** @type {Readonly<Record<string, readonly string[]>>} */
const law = {
  core: [],
  linalg: leaf,
  dual: leaf,
  tape: leaf,
  symbolic: leaf,
  nonsmooth: ["core", "dual", "linalg"],
  jacobian: umbrella,
  flows: [...umbrella, "jacobian"],
};

/** The tools that a package's tests and configs may use; its sources may use none. */
const tools = ["conformance", "tsup", "vitest"];

/** The tools that stand below the packages: they must know none of them at run time. */
const below = ["eslint", "tsconfig", "tsup", "vitest", "conformance"];

/**
 * @typedef {{ room: string, name: string }} Place a folder of the workspace, such as packages/core
 * @typedef {"source" | "test" | "type"} Use configs count as tests; a type is gone before the program runs
 */

/**
 * @param {string} specifier such as "@jacobian/core/special"
 * @returns {Place | undefined} the place it leads to, if it leads into the workspace
 */
export function target(specifier) {
  if (/^jacobian($|\/)/.test(specifier)) return { room: "packages", name: "jacobian" };
  const [, scope, name] = /^@(jacobian|tooling|apps)\/([^/]+)/.exec(specifier) ?? [];
  if (!scope || !name) return undefined;
  return { room: scope === "jacobian" ? "packages" : scope, name };
}

/**
 * @param {Place} from
 * @param {Place} to
 * @param {Use} use
 * @returns {boolean} whether a file of `from` may import `to`
 */
export function mayImport(from, to, use) {
  if (from.room === to.room && from.name === to.name) return use === "test";
  // The handbook shows what the demo has built; it imports nothing of it.
  if (to.room === "apps") return use === "test" && from.name === "docs" && to.name === "demo";
  if (from.room === "packages") {
    if (to.room === "tooling") return use === "test" && tools.includes(to.name);
    return (law[from.name] ?? leaf).includes(to.name);
  }
  if (from.room === "tooling" && to.room === "packages" && below.includes(from.name)) {
    return use !== "source" && from.name === "conformance";
  }
  return true;
}

/**
 * @param {Place} from
 * @returns {string} what it may import, for people
 */
export function allowed(from) {
  if (from.room !== "packages") return "nothing above it";
  return (law[from.name] ?? leaf).join(", ") || "no other package";
}
