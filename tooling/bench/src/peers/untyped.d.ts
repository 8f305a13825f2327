/** What the benchmarks use of a package that ships no types. */
declare module "simplegrad" {
  export class ValueStorage {
    /** Adjoints, which a backward pass adds to. */
    readonly gv: Float64Array;
  }
  export class Variable {
    constructor(storage: ValueStorage);
    add(other: Variable | number): Variable;
    sub(other: Variable | number): Variable;
    mul(other: Variable | number): Variable;
    compile(): void;
    setValue(value: number): void;
    getGradient(): number;
    setGradient(value: number): void;
    forward(): void;
    backward(): void;
  }
}

/** What the benchmarks use of a package that ships no types. */
declare module "numeric" {
  const numeric: {
    dot(A: readonly number[][], B: readonly number[][]): number[][];
    solve(A: readonly number[][], b: readonly number[]): number[];
    eig(A: readonly number[][]): { readonly lambda: { readonly x: number[] } };
    svd(A: readonly number[][]): { readonly S: number[] };
  };
  export = numeric;
}

/** What the benchmarks use of a package that ships no types: LAPACK's routines take addresses. */
declare module "emlapack" {
  type Routine = (...addresses: readonly number[]) => void;
  const emlapack: {
    readonly HEAPF64: Float64Array;
    _malloc(bytes: number): number;
    setValue(address: number, value: number, type: "i8" | "i32"): void;
    readonly _dgesv_: Routine;
    readonly _dpotrf_: Routine;
    readonly _dgeqrf_: Routine;
    readonly _dorgqr_: Routine;
    readonly _dsyevd_: Routine;
    readonly _dgesdd_: Routine;
  };
  export = emlapack;
}

/** What the benchmarks use of a package whose types are wrong: with its calculus added. */
declare module "nerdamer/all.js" {
  interface Expression {
    buildFunction(names: string[]): (...values: readonly number[]) => number;
  }
  const nerdamer: {
    (text: string): Expression;
    diff(formula: Expression, name: string): Expression;
  };
  export = nerdamer;
}

/** What the benchmarks use of a package that ships no types. */
declare module "algebrite" {
  interface Expression {
    /** The number that it is, if it is one. */
    readonly d: number;
  }
  const algebrite: {
    eval(formula: Expression | string, ...pairs: readonly (string | number)[]): Expression;
    derivative(formula: Expression, name: string): Expression;
    simplify(formula: Expression): Expression;
    float(formula: Expression): Expression;
  };
  export = algebrite;
}
