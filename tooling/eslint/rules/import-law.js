import { dirname, relative, resolve, sep } from "node:path";
import { allowed, mayImport, target } from "../import-law.js";
import { isAside, placeOf } from "./place.js";

/**
 * @typedef {import("eslint").Rule.RuleModule} RuleModule
 * @typedef {{ source?: { value?: unknown } | null | undefined, importKind?: string, exportKind?: string }} Import
 */

/** Forbids imports upward, sideways and by a path out of the package. @type {RuleModule} */
export const importLaw = {
  meta: {
    type: "problem",
    docs: { description: "Who may import whom: see import-law.js" },
    schema: [],
    messages: {
      forbidden:
        'import: expected a package that {{from}} may import ({{allowed}}), got "{{specifier}}"; move the code, or the test to tooling/agreement',
      outside:
        'import: expected a path inside {{from}}, got "{{specifier}}"; import the package by name',
    },
  },
  create(context) {
    const file = context.filename;
    const from = placeOf(file);
    if (!from) return {};
    const here = `${from.room}/${from.name}`;

    /** @param {import("eslint").Rule.Node} node @param {Import} statement */
    const check = (node, { source, importKind, exportKind }) => {
      const specifier = source?.value;
      if (typeof specifier !== "string") return;
      if (specifier.startsWith(".")) {
        const inside = relative(from.folder, resolve(dirname(file), specifier));
        if (inside.split(sep)[0] === "..") {
          context.report({ node, messageId: "outside", data: { from: here, specifier } });
        }
        return;
      }
      const to = target(specifier);
      const use = isAside(file)
        ? "test"
        : (importKind ?? exportKind) === "type"
          ? "type"
          : "source";
      if (to && !mayImport(from, to, use)) {
        const data = { from: here, specifier, allowed: allowed(from) };
        context.report({ node, messageId: "forbidden", data });
      }
    };

    return {
      ImportDeclaration: (node) => {
        check(node, node);
      },
      ExportNamedDeclaration: (node) => {
        check(node, node);
      },
      ExportAllDeclaration: (node) => {
        check(node, node);
      },
      ImportExpression: (node) => {
        check(node, /** @type {Import} */ (node));
      },
      TSImportType: (/** @type {import("eslint").Rule.Node & Import} */ node) => {
        check(node, { source: node.source ?? null, importKind: "type" });
      },
    };
  },
};
