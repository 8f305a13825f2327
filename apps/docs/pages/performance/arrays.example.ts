import { at, gradient, record, square, sum, sumOver, tanh, type Vector } from "jacobian";

// The same function, entry by entry and on the whole array.
const byEntry = (x: Vector) => sumOver(x.length, (i) => square(tanh(at(x, i))));
const whole = (x: Vector) => sum(square(tanh(x)));

const x = new Float64Array(1000).fill(0.5);
gradient(byEntry)(x)[0]! - gradient(whole)(x)[0]!; // 0

// What the tape keeps of each.
record(byEntry)(x).operations; // 2999
record(whole)(x).operations; // 3
