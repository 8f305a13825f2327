/**
 * What the rule asks of ESLint and of the TypeScript services, and no more: these structural types
 * spare the package a dependency on either. A test holds them against the originals.
 */

/** A node of the syntax tree (ESTree, with typescript-eslint's additions). */
export interface Node {
  readonly type: string;
}

/** The nodes whose inside the rule reads. */
export interface Syntax {
  AssignmentExpression: Node & {
    readonly operator: string;
    readonly left: Node;
    readonly right: Node;
  };
  BinaryExpression: Node & { readonly operator: string; readonly left: Node; readonly right: Node };
  CallExpression: Node & { readonly callee: Node; readonly arguments: readonly Node[] };
  Identifier: Node & { readonly name: string };
  Literal: Node & { readonly value?: unknown };
  LogicalExpression: Node & {
    readonly operator: string;
    readonly left: Node;
    readonly right: Node;
  };
  MemberExpression: Node & { readonly object: Node; readonly property: Node };
  NewExpression: Node & { readonly callee: Node };
  SwitchStatement: Node & {
    readonly discriminant: Node;
    readonly cases: readonly { readonly test?: Node | null }[];
  };
  TemplateLiteral: Node & { readonly expressions: readonly Node[] };
  UnaryExpression: Node & { readonly operator: string; readonly argument: Node };
  UpdateExpression: Node & { readonly operator: string; readonly argument: Node };
}

/** A statement or expression that asks `test` for its truth. */
export interface Tested extends Node {
  readonly test?: Node | null;
}

export function is<Kind extends keyof Syntax>(node: Node, kind: Kind): node is Syntax[Kind] {
  return node.type === kind;
}

/** A `ts.Type`. */
export interface Type {
  isUnion(): this is { readonly types: readonly Type[] };
  getConstraint(): Type | undefined;
  getProperty(name: string): object | undefined;
  getNumberIndexType(): Type | undefined;
  getCallSignatures(): readonly { getReturnType(): Type }[];
}

/** A `ts.Symbol`. */
export interface Name {
  readonly declarations?: readonly { getSourceFile(): object }[] | undefined;
}

/** A `ts.TypeChecker`. */
interface Checker {
  getFullyQualifiedName(name: Name): string;
  getTypeArguments(type: Type): readonly Type[];
  typeToString(type: Type): string;
}

/** The services of a parser that was given a program, as typescript-eslint's is. */
export interface TypedServices {
  readonly program: {
    getTypeChecker(): Checker;
    isSourceFileDefaultLibrary(file: object): boolean;
  };
  getTypeAtLocation(node: Node): Type;
  getSymbolAtLocation(node: Node): Name | undefined;
}

/** A file that was parsed with type information. */
export interface TypedSource {
  readonly text: string;
  readonly parserServices: TypedServices;
  getRange(node: Node): readonly [start: number, end: number];
}

/** The context of an ESLint rule; what its source is depends on the language and its parser. */
export interface Context {
  readonly sourceCode: object;
  report(problem: {
    readonly node: Node;
    readonly messageId: string;
    readonly data?: Record<string, string>;
  }): void;
}

/**
 * What ESLint calls at the nodes of a selector. It is written as a method because only those may
 * ask for a narrower node: that the selector finds no other is ESLint's promise, not a type's.
 */
type Visitor = { visit(node: Node): void }["visit"];

/** A rule as ESLint takes it. */
export interface Rule {
  readonly meta: {
    readonly type: "problem";
    readonly docs: { readonly description: string };
    readonly messages: Readonly<Record<string, string>>;
    readonly schema: [];
  };
  create(context: Context): Record<string, Visitor>;
}
