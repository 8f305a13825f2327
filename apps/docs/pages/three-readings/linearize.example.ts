import { linearize, mul, square, type Scalar } from "jacobian";

// Inputs and outputs with names keep them: a Jacobian is ordered, what it is read from need not be.
const box = ({ base, height }: { base: Scalar; height: Scalar }) => ({
  volume: mul(square(base), height),
  side: mul(base, height),
});

const near = linearize(box)({ base: 1, height: 2 });
near.rows[0]; // { base: 4, height: 1 }
near.columns[0]; // { volume: 4, side: 2 }
near.toMatrix(); // Matrix 2×2 [4 1] [2 1]
near.vjp({ volume: 1, side: 10 }); // { base: 24, height: 11 }
