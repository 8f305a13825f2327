import ts from "typescript";

/**
 * @typedef {object} Block a ```ts block of a README, or an @example of a doc comment
 * @property {number} line the line of its first statement, counted from 1
 * @property {string} code
 * @property {string} [prelude] what comes before it, on one line: the imports that it does not show
 *
 * @typedef {object} Expectation a statement with a comment that says its value
 * @property {number} line the line of the README where the statement ends
 * @property {ts.ExpressionStatement} statement
 * @property {ts.Expression} value what is compared with the comment
 * @property {string} expected
 */

/**
 * @param {string} markdown
 * @returns {string[]} its lines of code that stand in no block, where nothing would run them
 */
export function codeOutside(markdown) {
  let fence = "";
  return markdown.split("\n").filter((line) => {
    const [, ticks] = /^\s*(`{3,})/.exec(line) ?? [];
    if (ticks !== undefined) {
      if (fence === "") fence = ticks;
      else if (line.trim() === fence) fence = "";
      return false;
    }
    return fence === "" && /^(import|export|const|let)\b.*[;{([]\s*(\/\/.*)?$/.test(line);
  });
}

/**
 * @param {string} markdown
 * @returns {Block[]} its blocks, each of which must run
 * @throws {Error} if a block is marked as one that does not run, or is not closed
 */
export function blocksOf(markdown) {
  const lines = markdown.split("\n");
  /** @type {Block[]} */
  const blocks = [];
  for (let at = 0; at < lines.length; at++) {
    const [, fence, info] = /^\s*(`{3,})(.*)$/.exec(lines[at] ?? "") ?? [];
    if (fence === undefined || info === undefined) continue;
    const end = lines.findIndex((line, i) => i > at && line.trim() === fence);
    if (end < 0) throw new Error(`README line ${at + 1}: expected a closing ${fence}, got none`);
    if (/^(ts|typescript)\b/.test(info)) {
      if (info.trim() !== "ts") {
        throw new Error(
          `README line ${at + 1}: expected \`\`\`ts alone, got "${info.trim()}"; every block runs`,
        );
      }
      blocks.push({ line: at + 2, code: lines.slice(at + 1, end).join("\n") });
    }
    at = end;
  }
  return blocks;
}

/**
 * @param {string} source of a module
 * @returns {Block[]} the examples of its doc comments, each of which must run
 * @throws {Error} if an example does not begin on a line of its own
 */
export function examplesOf(source) {
  const lines = source.split("\n");
  return lines.flatMap((line, at) => {
    if (!/^\s*\/?\*.*\B@example\b/.test(line)) return [];
    if (line.trim() !== "* @example") {
      throw new Error(`line ${at + 1}: expected "* @example" alone, got "${line.trim()}"`);
    }
    const rest = lines.slice(at + 1);
    const code = rest.slice(
      0,
      rest.findIndex((each) => /^\s*\*(\/| @)/.test(each)),
    );
    return [{ line: at + 2, code: code.map((each) => each.replace(/^\s*\* ?/, "")).join("\n") }];
  });
}

/**
 * @param {string} path of a README, a module, or an example.ts that is one block
 * @param {string} text its text
 * @param {number} line
 * @returns {Block} the block that begins there
 */
export function blockOf(path, text, line) {
  if (path.endsWith(".example.ts")) return { line: 1, code: text };
  const blocks = path.endsWith(".md") ? blocksOf(text) : examplesOf(text);
  const block = blocks.find((each) => each.line === line);
  if (!block) throw new Error(`${path}:${line}: expected the first line of a block, got none`);
  return block;
}

/**
 * The comment that says a statement's value: behind it, or on the lines that follow it at once.
 *
 * @param {ts.SourceFile} file
 * @param {ts.Statement} statement
 * @returns {string} empty if there is none
 */
function commentAfter(file, statement) {
  const rest = file.text.slice(statement.end);
  const [comment] = /^[ \t]*(\n?[ \t]*\/\/[^\n]*)*/.exec(rest) ?? [""];
  return comment.replaceAll(/^\s*\/\/ ?/gm, "").trim();
}

/**
 * @param {Block} block
 * @returns {Expectation[]} in order
 */
export function expectationsOf({ line, code }) {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2023, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isExpressionStatement(statement)) return [];
    const expected = commentAfter(file, statement);
    if (expected === "") return [];
    const end = file.getLineAndCharacterOfPosition(statement.end).line;
    return [{ line: line + end, statement, value: shown(statement.expression), expected }];
  });
}

/**
 * @param {ts.Expression} expression
 * @returns {ts.Expression} what console.log is asked to show, or the expression itself
 */
function shown(expression) {
  if (!ts.isCallExpression(expression) || expression.arguments.length !== 1) return expression;
  const [argument] = expression.arguments;
  return argument && expression.expression.getText() === "console.log" ? argument : expression;
}

/**
 * @param {Block} block
 * @returns {string} a module; its lines are those of the README
 */
export function moduleOf({ line, code, prelude = "" }) {
  return prelude + "\n".repeat(line - 1) + code;
}

/**
 * Replaces each expectation by a call that hands over its value, or what it throws.
 *
 * @param {Block} block
 * @returns {string} a module, as `moduleOf` makes it
 */
export function instrument(block) {
  let code = block.code;
  for (const { line, statement, value } of expectationsOf(block).reverse()) {
    const call = `globalThis.__readme(${line}, () => (${value.getText()}));`;
    code = code.slice(0, statement.getStart()) + call + code.slice(statement.end);
  }
  return moduleOf({ ...block, code });
}
