/**
 * @typedef {import("eslint").Rule.RuleModule} RuleModule
 * @typedef {import("eslint").Rule.Node} Node
 */

const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/**
 * @param {Node} node
 * @returns {boolean} whether the node is evaluated when its module is
 */
function runsAtLoad(node) {
  for (let at = node; at.parent; at = at.parent) {
    if (functions.has(at.parent.type)) return false;
    // A field of a class runs at load only if it is static (and that is forbidden elsewhere).
    if (at.parent.type === "PropertyDefinition" && !at.parent.static && at.parent.key !== at) {
      return false;
    }
  }
  return true;
}

/**
 * Every call made while a module loads says that it is pure, nested ones too: otherwise a bundler
 * must keep it, and importing one function brings all of them.
 *
 * @type {RuleModule}
 */
export const pureCalls = {
  meta: {
    type: "problem",
    fixable: "code",
    docs: { description: "Require /*#__PURE__*/ before every call at module level" },
    schema: [],
    messages: {
      impure:
        "module level: expected /*#__PURE__*/ before the call, got none; add it (eslint --fix does), or move the call into a function",
      tagged:
        "module level: expected a call that can be marked pure, got a tagged template; move it into a function",
    },
  },
  create(context) {
    const { sourceCode } = context;

    /** @param {Node} node */
    const check = (node) => {
      if (!runsAtLoad(node)) return;
      const marked = sourceCode
        .getCommentsBefore(node)
        .some(({ value }) => /^\s*[#@]__PURE__\s*$/.test(value));
      if (marked) return;
      context.report({
        node,
        messageId: "impure",
        fix: (fixer) => fixer.insertTextBefore(node, "/*#__PURE__*/ "),
      });
    };

    return {
      CallExpression: check,
      NewExpression: check,
      TaggedTemplateExpression: (node) => {
        if (runsAtLoad(node)) context.report({ node, messageId: "tagged" });
      },
    };
  },
};
