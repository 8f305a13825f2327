import { MovablePoint } from "mafs";
import { useLayoutEffect, useRef } from "react";
import type { Pair } from "../app/fields.ts";
import { shownPoint } from "./numbers.ts";
import { vec } from "./points.ts";

export interface DragPointProps {
  /** What it is, for those who cannot see where it stands. */
  readonly name: string;
  readonly point: Pair;
  readonly color: string;
  readonly onMove: (point: Pair) => void;
  /** Where it may stand near a place. */
  readonly constrain?: (place: Pair) => Pair;
}

/** A point that is dragged, or moved by the arrow keys: a reader of screens is told its name and where it is. */
export const DragPoint = ({ name, point, color, onMove, constrain }: DragPointProps) => {
  const place = useRef<SVGGElement>(null);
  const label = `${name} ${shownPoint(point)}, moved by the arrow keys`;
  useLayoutEffect(() => {
    // Mafs makes what takes the focus, and gives it no name.
    const handle = place.current!.querySelector("[tabindex]");
    // The arrow keys are the point's, not the reader's.
    handle?.setAttribute("role", "application");
    handle?.setAttribute("aria-label", label);
  }, [label]);
  return (
    <g ref={place}>
      <MovablePoint
        point={vec(point)}
        onMove={onMove}
        color={color}
        {...(constrain && { constrain: (to: [number, number]) => vec(constrain(to)) })}
      />
    </g>
  );
};
