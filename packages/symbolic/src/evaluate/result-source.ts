import { type Container, type Shape, isValue, shapeOf, sizeOf } from "@jacobian/core";

/** A key of an object with each character escaped: no text of a user gets into the source. */
const keyText = (key: string): string => {
  const escaped = Array.from(
    { length: key.length },
    (_, k) => `\\u${key.charCodeAt(k).toString(16).padStart(4, "0")}`,
  ).join("");
  // (Written plainly, this one key would set the prototype.)
  return key === "__proto__" ? `["${escaped}"]` : `"${escaped}"`;
};

/** Writes the statements and the expression that make a container of numbers. */
export class ResultSource {
  readonly lines: string[] = [];
  private arrays = 0;
  /** @param next the source of each number, in container order */
  constructor(private readonly next: () => string) {}

  /** A container made anew. */
  fresh(y: Container): string {
    if (isValue(y)) {
      const shape = shapeOf(y);
      if (shape.length === 0) return this.next();
      const name = `r${this.arrays++}`;
      this.fill(name, shape, `new Float64Array(${sizeOf(shape)})`);
      return arrayOf(shape, name);
    }
    if (Array.isArray(y)) return `[${y.map((part: Container) => this.fresh(part)).join(", ")}]`;
    // What is neither a value nor a list is an object: core has looked at it.
    const parts = Object.entries(y as Readonly<Record<string, Container>>);
    return `{ ${parts.map(([key, part]) => `${keyText(key)}: ${this.fresh(part)}`).join(", ")} }`;
  }

  /** An array, the one that is given as `out` if it is. */
  given(shape: Shape): string {
    const entries = shape.length === 1 ? "out" : "out.data";
    this.fill("r", shape, `out === undefined ? new Float64Array(${sizeOf(shape)}) : ${entries}`);
    return shape.length === 1 ? "r" : `out === undefined ? ${arrayOf(shape, "r")} : out`;
  }

  private fill(name: string, shape: Shape, storage: string): void {
    this.lines.push(`const ${name} = ${storage};`);
    for (let k = 0; k < sizeOf(shape); k++) this.lines.push(`${name}[${k}] = ${this.next()};`);
  }
}

const arrayOf = ([rows, cols]: Shape, name: string): string =>
  cols === undefined ? name : `new Matrix(${rows}, ${cols}, ${name})`;
