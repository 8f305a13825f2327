import { type ImportDeclaration, parse, type Program, type Statement } from "acorn";
import { transform } from "sucrase";

type TopLevel = Program["body"][number];

/** Names that the prepared program is called with. */
export const parameters = ["__doors", "__show", "console"] as const;

export interface Prepared {
  /** The packages it imports, and the names that it wants of each. */
  readonly doors: ReadonlyMap<string, readonly string[]>;
  /** The body of a function of `parameters`; its lines are those of the source. */
  readonly body: string;
}

/** A piece of the text and what stands in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Specifier = ImportDeclaration["specifiers"][number];

/** The name that a specifier takes of its door; none for `* as all`. */
const nameIn = (specifier: Specifier): string | undefined => {
  if (specifier.type === "ImportNamespaceSpecifier") return undefined;
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  const { imported } = specifier;
  return imported.type === "Identifier" ? imported.name : String(imported.value);
};

/** `import { a as b } from "x"` as a destructuring of the door `x`. */
const imported = ({ specifiers, source }: ImportDeclaration): string => {
  const door = `__doors[${JSON.stringify(source.value)}]`;
  const names = specifiers.flatMap((each) => {
    const name = nameIn(each);
    return name === undefined ? [] : [`${name}: ${each.local.name}`];
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
  const doors = new Map<string, string[]>();
  for (const node of body) {
    if (node.type !== "ImportDeclaration") continue;
    const door = String(node.source.value);
    const names = node.specifiers.map(nameIn).filter((name) => name !== undefined);
    doors.set(door, [...(doors.get(door) ?? []), ...names]);
  }
  const edited = body
    .flatMap(editOf(code))
    .reverse()
    .reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      code,
    );
  return { doors, body: `"use strict";${edited}` };
};
