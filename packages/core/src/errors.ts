/**
 * Every error has one grammar: `operation: expected <what>, got <data>; <what to do>`.
 * The class says what kind of mistake it is, so that a program can tell them apart.
 */
export class JacobianError extends Error {
  override readonly name: string = "JacobianError";
}

/** Shapes or structures that do not fit together. */
export class ShapeError extends JacobianError {
  override readonly name = "ShapeError";
}

/** An order, bound, index or option outside its range. */
export class DomainError extends JacobianError {
  override readonly name = "DomainError";
}

/** A matrix that has no inverse to working precision. */
export class SingularMatrixError extends JacobianError {
  override readonly name = "SingularMatrixError";
  constructor(
    message: string,
    /** The reciprocal condition number, 1/(‖A‖·‖A⁻¹‖), as far as it is known; 0 at an exact zero pivot. */
    readonly rcond = 0,
  ) {
    super(message);
  }
}

/** An iteration that did not meet its tolerance. */
export class ConvergenceError extends JacobianError {
  override readonly name = "ConvergenceError";
}

/** A place in a text. */
export interface TextPosition {
  /** Counted from 1; a line ends with "\n". */
  readonly line: number;
  /** Counted from 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** Counted from 0, in UTF-16 units: `text[offset]` is what was not expected. */
  readonly offset: number;
}

/** A text that is not what its grammar says. The message ends with the line in question and a caret below the place. */
export class ParseError extends JacobianError implements TextPosition {
  override readonly name = "ParseError";
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  constructor(
    message: string,
    { line, column, offset }: TextPosition = { line: 1, column: 1, offset: 0 },
    /** What the grammar allows at this place. */
    readonly expected = "",
  ) {
    super(message);
    this.line = line;
    this.column = column;
    this.offset = offset;
  }
}

/** A native operator on an element, or an operand that is no value at all. */
export class OperatorError extends JacobianError {
  override readonly name = "OperatorError";
}

/** An element used outside the transformation that made it. */
export class LevelError extends JacobianError {
  override readonly name = "LevelError";
}

/** A comparison asked of an algebra that has no numbers to compare. */
export class UndecidedError extends JacobianError {
  override readonly name = "UndecidedError";
}

/** Values of two copies of `@jacobian/core` in one expression. */
export class DuplicateCoreError extends JacobianError {
  override readonly name = "DuplicateCoreError";
}
