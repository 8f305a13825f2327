/** A dual number as one would write it for one program: two numbers, one class, no dispatch. */
export class HandDual {
  constructor(
    readonly value: number,
    readonly tangent: number,
  ) {}
}

const add = (x: HandDual, y: HandDual): HandDual =>
  new HandDual(x.value + y.value, x.tangent + y.tangent);

const sub = (x: HandDual, y: HandDual): HandDual =>
  new HandDual(x.value - y.value, x.tangent - y.tangent);

const times = (c: number, x: HandDual): HandDual => new HandDual(c * x.value, c * x.tangent);

const over = (x: HandDual, c: number): HandDual => new HandDual(x.value / c, x.tangent / c);

const square = (x: HandDual): HandDual => new HandDual(x.value * x.value, 2 * x.value * x.tangent);

const sin = (x: HandDual): HandDual =>
  new HandDual(Math.sin(x.value), Math.cos(x.value) * x.tangent);

const exp = (x: HandDual): HandDual => {
  const y = Math.exp(x.value);
  return new HandDual(y, y * x.tangent);
};

const tanh = (x: HandDual): HandDual => {
  const cosh = Math.cosh(x.value);
  return new HandDual(Math.tanh(x.value), x.tangent / (cosh * cosh));
};

/** The derivative of the chain, see `chain`, in these duals. */
export const chainDerivative = (rounds: number, x: number): number => {
  let y = new HandDual(x, 1);
  for (let k = 0; k < rounds; k++) {
    const z = sub(sin(times(1.5, y)), over(y, 3));
    y = tanh(add(z, exp(square(y))));
  }
  return y.tangent;
};
