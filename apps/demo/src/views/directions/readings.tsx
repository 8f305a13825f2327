import { shown, shownPoint } from "../../ui/numbers.ts";
import { Tex } from "../../ui/tex.tsx";
import type { Directions } from "./directions.ts";

/** What the arrows say, in words and numbers. */
export const Readings = ({ directions }: { readonly directions: Directions }) => {
  const { v, w, pushed, pulled, pairings } = directions;
  return (
    <section className="planes readings" aria-label="What the arrows say">
      <div className="reading">
        <h3 className="tangent">Push forward: J v</h3>
        <p>
          Move the input along v, and the output moves along J v, tangent to the dashed image of its
          line.
        </p>
        <p data-testid="pushed" className="tangent">
          v = {shownPoint(v)} → J v = <strong>{shownPoint(pushed)}</strong>
        </p>
      </div>
      <div className="reading">
        <h3 className="adjoint">Pull back: wᵀJ</h3>
        <p>
          Weigh the outputs by w, and wᵀJ says how the sum w·f feels each input: it is its gradient,
          across the level lines.
        </p>
        <p data-testid="pulled" className="adjoint">
          <strong>{shownPoint(pulled)}</strong> = wᵀJ ← w = {shownPoint(w)}
        </p>
      </div>
      <div className="reading">
        <h3>One number, two roads</h3>
        <p>
          <Tex tex="w\cdot(Jv) = (w^\top J)\cdot v" />: how fast w·f changes along v. Neither road
          ever writes the whole matrix J.
        </p>
        <p data-testid="pairing">
          forward {shown(pairings[0])}, back {shown(pairings[1])}
        </p>
      </div>
    </section>
  );
};
