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

const load = async (door: string): Promise<readonly [string, object]> => {
  const loader = Object.hasOwn(loaders, door) ? loaders[door] : undefined;
  if (loader) return [door, await loader()];
  throw new Error(
    `import: expected one of ${Object.keys(loaders).join(", ")}, got "${door}"; only these are here`,
  );
};

/** The packages of a program, by name. */
export const open = async (doors: readonly string[]): Promise<Readonly<Record<string, object>>> =>
  Object.fromEntries(await Promise.all(doors.map(load)));
