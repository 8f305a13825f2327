import { is, type Node, type Type, type TypedServices, type TypedSource } from "./host.ts";

/** An expression, and the type of what the rule asks about: its value, its entries, its answer. */
export interface Operand {
  readonly node: Node;
  readonly type: Type | undefined;
}

/** The questions that the rule asks of TypeScript. */
export interface Types {
  /** The value of an expression; of `...xs` TypeScript gives the type of an entry. */
  readonly value: (node: Node) => Operand;
  /** One entry of the array that the expression is. */
  readonly entry: (node: Node) => Operand;
  /** What the function that the expression is answers. */
  readonly answer: (node: Node) => Operand;
  /** The keys of the Map, or the entries of the Set, that the expression makes. */
  readonly key: (node: Node) => Operand;
  /** `Math.sin`, `Boolean`, `Array.map`; `undefined` for what the language's library does not declare. */
  readonly libraryName: (callee: Node) => string | undefined;
  readonly print: (type: Type) => string;
}

/**
 * Whether a value of this type can be an element of an algebra: an element, a union that has one,
 * or a type parameter that reaches one. Elements are known by the mark that core's class declares,
 * whatever name a build or a subclass gives that class.
 */
export function canBeElement(type: Type): boolean {
  const reached = type.getConstraint() ?? type;
  return reached.isUnion()
    ? reached.types.some(canBeElement)
    : reached.getProperty("isJacobianElement") !== undefined;
}

/** Whether the parser was given a program to take types from. */
export function hasTypes(source: object): source is TypedSource {
  const services = "parserServices" in source ? source.parserServices : undefined;
  return (
    typeof services === "object" &&
    services !== null &&
    "program" in services &&
    services.program !== null &&
    "getTypeAtLocation" in services
  );
}

export function typesOf(services: TypedServices): Types {
  const { program } = services;
  const checker = program.getTypeChecker();
  const at = (node: Node): Type => services.getTypeAtLocation(node);
  return {
    value: (node) => ({ node, type: at(node) }),
    entry: (node) => ({ node, type: at(node).getNumberIndexType() }),
    answer: (node) => ({ node, type: at(node).getCallSignatures()[0]?.getReturnType() }),
    key: (node) => ({ node, type: checker.getTypeArguments(at(node))[0] }),
    libraryName: (callee) => {
      const name = services.getSymbolAtLocation(
        is(callee, "MemberExpression") ? callee.property : callee,
      );
      const inLibrary = name?.declarations?.some((declaration) =>
        program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
      );
      return name && inLibrary === true ? checker.getFullyQualifiedName(name) : undefined;
    },
    print: (type) => checker.typeToString(type),
  };
}
