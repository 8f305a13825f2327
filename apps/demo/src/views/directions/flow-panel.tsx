import { useMemo, useState } from "react";
import { Prose } from "../../app/part.tsx";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import type { Directions } from "./directions.ts";
import { flowOf } from "./flow.ts";
import { Graph } from "./graph.tsx";
import { Player } from "./player.tsx";
import { programOf } from "./program.ts";
import { progressOf } from "./progress.ts";
import { Steps } from "./steps.tsx";
import { stepInWords } from "./words.ts";

/** More boxes than this nobody follows. */
const most = 60;

export interface FlowPanelProps {
  readonly model: Model;
  readonly directions: Directions;
}

/** The map as a program: tangents flow forward through it, adjoints back. */
export const FlowPanel = ({ model, directions: { x, v, w } }: FlowPanelProps) => {
  const { state, set } = usePage();
  const [isPlaying, setPlaying] = useState(false);
  const program = useMemo(() => programOf(model), [model]);
  const isDrawn = program.lines.length <= most;
  const flow = useMemo(
    () => (isDrawn ? flowOf(program, x, v, w) : undefined),
    [program, isDrawn, x, v, w],
  );
  if (!isDrawn) {
    return (
      <p role="status">
        This map has {program.lines.length - program.inputs} operations, too many to draw one by
        one.
      </p>
    );
  }
  if (flow === undefined) return <p role="alert">An operation has no finite slope here.</p>;
  const progress = progressOf(program, state.pass);
  const { products, edges, length } = progress;
  const props = { program, flow, progress };
  return (
    <section className="card" aria-label="The flow through the operations">
      <h3>How it is computed: operation by operation</h3>
      <Prose>
        <p>
          f is a list of simple operations. Each knows its slopes, the numbers × on the arrows.{" "}
          <span className="tangent">Forward, tangents → are multiplied along the arrows</span>;{" "}
          <span className="adjoint">back, adjoints ← against them</span>; where arrows meet, the
          products are added.
        </p>
      </Prose>
      <Player
        step={Math.min(state.pass, length)}
        length={length}
        onStep={(pass) => set({ pass })}
        onPlaying={setPlaying}
      />
      <p className="step-words" data-testid="step" aria-live={isPlaying ? "off" : "polite"}>
        {stepInWords(program, flow, progress)}
      </p>
      <div className="flow-pair">
        <Graph {...props} />
        <Prose>
          <Steps {...props} />
        </Prose>
      </div>
      <p data-testid="products">
        Multiplications by a slope: <span className="tangent">forward {products.forward}</span>,{" "}
        <span className="adjoint">back {products.reverse}</span>, of {edges} arrows each. Both
        directions cost the same for one v or one w.
      </p>
    </section>
  );
};
