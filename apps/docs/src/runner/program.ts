import { type ImportDeclaration, parse, type Program, type Statement } from "acorn";
import { transform } from "sucrase";

type TopLevel = Program["body"][number];

/** Names that the prepared program is called with. */
export const parameters = ["__doors", "__show", "console"] as const;

export interface Prepared {
  /** The packages it imports. */
  readonly doors: readonly string[];
  /** The body of a function of `parameters`; its lines are those of the source. */
  readonly body: string;
}

/** A piece of the text and what stands in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `import { a as b } from "x"` as a destructuring of the door `x`. */
const imported = ({ specifiers, source }: ImportDeclaration): string => {
  const door = `__doors[${JSON.stringify(source.value)}]`;
  const names = specifiers.flatMap((each) => {
    if (each.type !== "ImportSpecifier") return [];
    const name = each.imported.type === "Identifier" ? each.imported.name : each.imported.value;
    return [`${String(name)}: ${each.local.name}`];
  });
  const whole = specifiers.flatMap((each) =>
    each.type === "ImportNamespaceSpecifier" ? [`const ${each.local.name} = ${door};`] : [],
  );
  return [names.length > 0 ? `const { ${names.join(", ")} } = ${door};` : "", ...whole].join(" ");
};

/** The expression whose value a statement shows: its own, or the one argument of console.log. */
const shown = (statement: Statement & { type: "ExpressionStatement" }): [number, number] => {
  const { expression } = statement;
  const isLog =
    expression.type === "CallExpression" &&
    expression.arguments.length === 1 &&
    expression.callee.type === "MemberExpression" &&
    expression.callee.object.type === "Identifier" &&
    expression.callee.object.name === "console";
  const part = isLog ? expression.arguments[0]! : expression;
  return [part.start, part.end];
};

const lineBreaks = (text: string): string => "\n".repeat(text.split("\n").length - 1);

const editOf =
  (code: string) =>
  (node: TopLevel): readonly Edit[] => {
    const { start, end } = node;
    const gap = lineBreaks(code.slice(start, end));
    if (node.type === "ImportDeclaration") return [{ start, end, text: imported(node) + gap }];
    if (node.type === "ExportNamedDeclaration") {
      const stop = node.declaration?.start ?? end;
      return [{ start, end: stop, text: node.declaration ? "" : gap }];
    }
    if (node.type !== "ExpressionStatement") return [];
    const [from, to] = shown(node);
    const line = code.slice(0, end).split("\n").length;
    return [
      { start, end: from, text: `__show(${line}, () => (` + lineBreaks(code.slice(start, from)) },
      { start: to, end, text: lineBreaks(code.slice(to, end)) + "));" },
    ];
  };

/**
 * Makes a function's body of a module: types are dropped, imports read from `__doors`, and each
 * expression that stands as a statement is handed to `__show` with the line where it ends.
 *
 * @throws {SyntaxError} where the text is no TypeScript
 */
export const prepare = (source: string): Prepared => {
  const { code } = transform(source, { transforms: ["typescript"], disableESTransforms: true });
  const { body } = parse(code, { ecmaVersion: 2023, sourceType: "module" });
  const doors = body.flatMap((node) =>
    node.type === "ImportDeclaration" ? [String(node.source.value)] : [],
  );
  const edited = body
    .flatMap(editOf(code))
    .reverse()
    .reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      code,
    );
  return { doors: [...new Set(doors)], body: `"use strict";${edited}` };
};
