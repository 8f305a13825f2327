import { neg, relu, sub, type Scalar } from "@jacobian/core";
import { derivative } from "@jacobian/dual";
import { directional, jacobian, kinks, withConventions } from "@jacobian/nonsmooth";

// This is x, for every x.
const identity = (x: Scalar) => sub(relu(x), relu(neg(x)));
[-2, 0, 3].map((x) => identity(x)); // [-2, 0, 3]

// Away from 0 its derivative is 1, and at 0 it is 0.
[-2, 0, 3].map((x) => derivative(identity)(x)); // [1, 0, 1]

// Each convention gives another number. ½ is right here …
const by = (relu0: number) => derivative(withConventions({ relu: relu0 }, identity))(0);
[0, 0.5, 1].map(by); // [0, 1, 2]

// … and wrong here: x − relu(x) is never above 0, so this is 0 for every x.
const nothing = (x: Scalar) => relu(sub(x, relu(x)));
derivative(withConventions({ relu: 0.5 }, nothing))(0); // 0.25

// What is true at 0, and how to see that something is to be asked there.
directional(identity)(0, 1); // 1
jacobian(identity)(0); // Matrix 1×1 [1]
kinks(identity)(0).length; // 2
