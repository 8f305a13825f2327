/** What an example may import: each package is loaded when an example asks for it. */
const loaders: Readonly<Record<string, () => Promise<object>>> = {
  jacobian: () => import("jacobian"),
  "jacobian/check": () => import("jacobian/check"),
  "@jacobian/core": () => import("@jacobian/core"),
  "@jacobian/core/special": () => import("@jacobian/core/special"),
  "@jacobian/dual": () => import("@jacobian/dual"),
  "@jacobian/flows": () => import("@jacobian/flows"),
  "@jacobian/linalg": () => import("@jacobian/linalg"),
  "@jacobian/nonsmooth": () => import("@jacobian/nonsmooth"),
  "@jacobian/symbolic": () => import("@jacobian/symbolic"),
  "@jacobian/tape": () => import("@jacobian/tape"),
};

const load = async (door: string, names: readonly string[]): Promise<readonly [string, object]> => {
  const loader = Object.hasOwn(loaders, door) ? loaders[door] : undefined;
  if (!loader) {
    const known = Object.keys(loaders).join(", ");
    throw new Error(`import: expected one of ${known}, got "${door}"; only these are here`);
  }
  const opened = await loader();
  const stranger = names.find((name) => !(name in opened));
  if (stranger === undefined) return [door, opened];
  throw new Error(
    `import: expected a name that "${door}" exports, got ${stranger}; the reference lists them`,
  );
};

/** The packages of a program, by name. */
export const open = async (
  doors: ReadonlyMap<string, readonly string[]>,
): Promise<Readonly<Record<string, object>>> =>
  Object.fromEntries(await Promise.all([...doors].map(([door, names]) => load(door, names))));
