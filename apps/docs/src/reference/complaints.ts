import {
  type Comment,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
} from "typedoc";

/** What is computed with, so that an example can say what it gives. */
const computing = [ReflectionKind.Function, ReflectionKind.Variable];

const kinds = [
  ...computing,
  ReflectionKind.Class,
  ReflectionKind.Interface,
  ReflectionKind.TypeAlias,
];

/** Read by ESLint: their use is a configuration. */
const configured = "@jacobian/core/eslint";

const commentsOf = ({ comment, signatures = [] }: DeclarationReflection): Comment[] =>
  [comment, ...signatures.map((signature) => signature.comment)].filter(
    (each) => each !== undefined,
  );

const complaintOf = (reflection: DeclarationReflection): string[] => {
  const comments = commentsOf(reflection);
  const name = `${reflection.parent?.name ?? ""}: ${reflection.name}`;
  if (!comments.some((comment) => comment.hasVisibleComponent())) {
    return [`${name}: expected a doc comment, got none`];
  }
  const isExempt = !reflection.kindOf(computing) || reflection.parent?.name === configured;
  const hasExample = comments.some((comment) => comment.getTag("@example"));
  return isExempt || hasExample ? [] : [`${name}: expected an @example, got none`];
};

/** What the doc comments of the exported names lack: each has one, and what computes has an example. */
export const complaintsOf = (project: ProjectReflection): string[] =>
  kinds
    .flatMap((kind) => project.getReflectionsByKind(kind))
    .filter((each): each is DeclarationReflection => each.isDeclaration())
    .filter(({ parent }) => parent?.kindOf(ReflectionKind.Module))
    .flatMap(complaintOf);
