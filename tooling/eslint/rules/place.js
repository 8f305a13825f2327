import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** @typedef {import("../import-law.js").Place} Place */

/** @type {Map<string, string | undefined>} */
const roots = new Map();

/**
 * @param {string} folder
 * @returns {string | undefined} the nearest folder above (or itself) that holds a workspace
 */
function rootOf(folder) {
  if (!roots.has(folder)) {
    const parent = dirname(folder);
    const found = existsSync(join(folder, "pnpm-workspace.yaml"));
    roots.set(folder, found ? folder : parent === folder ? undefined : rootOf(parent));
  }
  return roots.get(folder);
}

/**
 * @param {string} file an absolute path
 * @returns {(Place & { folder: string }) | undefined} where in the workspace the file lives
 */
export function placeOf(file) {
  const root = rootOf(dirname(file));
  if (!root) return undefined;
  const [room, name, rest] = relative(root, file).split(sep);
  return room && name && rest ? { room, name, folder: join(root, room, name) } : undefined;
}

/**
 * @param {string} file
 * @returns {boolean} whether the file is a test or a config, no part of what is published
 */
export const isAside = (file) => /\.(test|config)\.[jt]s$/.test(file);
