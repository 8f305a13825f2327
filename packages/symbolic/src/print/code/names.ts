import { DomainError } from "@jacobian/core";
import { greekName } from "../greek.ts";

/**
 * A name that JavaScript, C and Python take: ASCII letters, digits and _, beginning with a letter. Greek letters are
 * spelled, others have their code.
 */
const plainOf = (name: string): string => {
  const plain = Array.from(name.normalize("NFKC"), (c) =>
    /\w/.test(c) ? c : (greekName(c) ?? `u${c.codePointAt(0)!.toString(16)}`),
  ).join("");
  return /^[A-Za-z]/.test(plain) ? plain : `v${plain}`;
};

/** Gives out names, each once. */
export class Names {
  private readonly taken: Set<string>;
  /** @param reserved what no name may be */
  constructor(reserved: Iterable<string>) {
    this.taken = new Set(reserved);
  }

  /** The name itself where it is free and plain, else one made of it. */
  like(name: string): string {
    const plain = plainOf(name);
    let free = plain;
    for (let k = 1; this.taken.has(free); k++) free = `${plain}_${k}`;
    this.taken.add(free);
    return free;
  }
}

/**
 * The name of a function, as it stands.
 * @throws DomainError for what is none, or is reserved.
 */
export const functionName = (
  operation: string,
  name: string,
  reserved: ReadonlySet<string>,
): string => {
  if (/^[A-Za-z]\w*$/.test(name) && !reserved.has(name)) return name;
  throw new DomainError(
    `${operation}: expected the name of a function, got ${JSON.stringify(name)}; take ASCII letters, digits and _, and no reserved word`,
  );
};
