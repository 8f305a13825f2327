import { abs, max, sub, type Scalars } from "@jacobian/core";
import { directional, jacobian, lexicographic } from "@jacobian/nonsmooth";

// max(|x|, y) at the origin: |x| and y meet, and so do x and −x.
const f = ([x, y]: Scalars<2>) => max(abs(x), y);

// One-sided slopes, exact. They are not linear: opposite directions do not cancel.
directional(f)([0, 0], [1, 0]); // 1
directional(f)([0, 0], [-1, 0]); // 1
directional(f)([0, 0], [0, -1]); // 0

// One element, by the piece that is active a little to the right, and then a little upwards.
jacobian(f)([0, 0]); // Matrix 1×2 [1 0]
lexicographic(f)([0, 0]).element; // "B-subdifferential"

// Other directions decide for other pieces.
jacobian(f, { directions: [[-1, 0]] })([0, 0]); // Matrix 1×2 [-1 0]
jacobian(f, { directions: [[0, 1]] })([0, 0]); // Matrix 1×2 [0 1]

// Where f is smooth it is the Jacobian.
jacobian(([x, y]: Scalars<2>) => [sub(x, y), abs(x)])([2, 1]); // Matrix 2×2 [1 -1] [1 0]
