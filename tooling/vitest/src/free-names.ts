import ts from "typescript";

/** The names that a text uses but does not declare; a property's name is no use. */
export function freeNames(code: string): string[] {
  const [used, declared] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) sortIn(node, used, declared);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2023, true));
  return [...used].filter((name) => !declared.has(name));
}

const sortIn = (node: ts.Identifier, used: Set<string>, declared: Set<string>): void => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return;
  (isDeclaration(parent) && parent.name === node ? declared : used).add(node.text);
};

const isDeclaration = (node: ts.Node): node is ts.Declaration & { readonly name?: ts.Node } =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isFunctionDeclaration(node);
