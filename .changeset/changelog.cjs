"use strict";
/*
 * How a CHANGELOG reads: what changed, in the words of the changesets, and then in one line which
 * neighbours it comes with. No hashes: who looks for a commit finds the changeset in its history.
 */

/** @param {{ summary: string }} changeset */
async function getReleaseLine(changeset) {
  return "- " + changeset.summary.trim().replace(/\n(?=[^\n])/g, "\n  ");
}

/**
 * @param {unknown[]} _changesets
 * @param {{ name: string, newVersion: string }[]} neighbours
 */
async function getDependencyReleaseLine(_changesets, neighbours) {
  if (neighbours.length === 0) return "";
  const names = neighbours.map(({ name, newVersion }) => name + " " + newVersion);
  return "- Comes with " + names.join(", ") + ".";
}

module.exports = { getReleaseLine, getDependencyReleaseLine };
