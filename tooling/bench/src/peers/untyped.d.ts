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
