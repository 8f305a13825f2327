import { mul, sin, type Scalars } from "@jacobian/core";
import { jvp } from "@jacobian/dual";

// x + ε·dx with ε² = 0: a value and a derivative that travel together.
interface Dual {
  readonly x: number;
  readonly dx: number;
}
const times = (a: Dual, b: Dual): Dual => ({ x: a.x * b.x, dx: a.dx * b.x + a.x * b.dx });
const sine = (a: Dual): Dual => ({ x: Math.sin(a.x), dx: Math.cos(a.x) * a.dx });

// f(x, y) = x·y·sin x at (π/2, 2), along (1, 0): the seed is dx = 1, dy = 0.
const x = { x: Math.PI / 2, dx: 1 };
const y = { x: 2, dx: 0 };
times(times(x, y), sine(x)).dx; // 2

// The package does the same; its functions are those of core.
const f = ([x, y]: Scalars<2>) => mul(mul(x, y), sin(x));
jvp(f)([Math.PI / 2, 2], [1, 0]).tangent; // 2
jvp(f)([Math.PI / 2, 2], [0, 1]).tangent; // 1.5707963267948966
