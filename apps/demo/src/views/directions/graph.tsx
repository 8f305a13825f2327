import { useMemo } from "react";
import { shown } from "../../ui/numbers.ts";
import type { Flow } from "./flow.ts";
import { box, type Edge, layoutOf } from "./layout.ts";
import type { Line, Program } from "./program.ts";
import type { Progress } from "./progress.ts";
import { written, writtenOperation } from "./words.ts";

export interface GraphProps {
  readonly program: Program;
  readonly flow: Flow;
  readonly progress: Progress;
}

/** As much as a box holds. */
const longest = 20;

const fitted = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

const titleOf = ({ name, text }: Line): string =>
  fitted(text === undefined ? written(name) : `${written(name)} = ${writtenOperation(text)}`);

const curveOf = ({ path }: Edge): string =>
  path
    .map(([x, y], k) => {
      const before = path[k - 1];
      if (before === undefined) return `M${x} ${y}`;
      const middle = (before[0] + x) / 2;
      return `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`;
    })
    .join("");

/** The operations as boxes, with what flows through them: values in ink, tangents and adjoints in their colours. */
export const Graph = ({ program, flow, progress }: GraphProps) => {
  const { lines, outputs } = program;
  const { places, edges, width, height } = useMemo(() => layoutOf(lines), [lines]);
  const { direction, current } = progress;
  const edgeClass = ({ to }: Edge): string => (to === current ? "edge current" : "edge");
  return (
    <div className="scroll flow" tabIndex={0} role="region" aria-label="Graph of the operations">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        data-direction={direction}
        role="img"
        aria-label="Boxes for the operations with arrows from their operands; the table below says the same."
      >
        {edges.map((edge) => (
          <path
            key={`${edge.from}-${edge.to}-${edge.operand}`}
            className={edgeClass(edge)}
            d={curveOf(edge)}
          />
        ))}
        {/* After all arrows, so that none crosses a number. */}
        {edges.map((edge) => {
          const [x, y] = edge.path.at(-1)!;
          return (
            <text
              key={`${edge.from}-${edge.to}-${edge.operand}`}
              className={edgeClass(edge)}
              x={x - 5}
              y={y - 5}
              textAnchor="end"
            >
              ×{shown(flow.slopes[edge.to]![edge.operand]!)}
            </text>
          );
        })}
        {lines.map((line, k) => {
          const [x, y] = places[k]!;
          const kind = line.apply === undefined ? "input" : outputs.includes(k) ? "output" : "";
          return (
            <g
              key={line.name}
              className={`box ${kind} ${k === current ? "current" : ""}`}
              transform={`translate(${x - box.width / 2} ${y - box.height / 2})`}
            >
              <rect width={box.width} height={box.height} rx={9} />
              <text className="title" x={10} y={20}>
                {titleOf(line)}
              </text>
              <text x={10} y={40}>
                {shown(flow.values[k]!)}
              </text>
              {progress.hasTangent(k) && (
                <text className="tangent" x={10} y={61}>
                  → {shown(flow.tangents[k]!)}
                </text>
              )}
              {progress.hasAdjoint(k) && (
                <text className="adjoint" x={box.width - 10} y={61} textAnchor="end">
                  {shown(flow.adjoints[k]!)} ←
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
};
