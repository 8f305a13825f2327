import { usePaneContext, useTransformContext } from "mafs";
import { useLayoutEffect, useRef } from "react";
import { shown } from "./numbers.ts";
import { stepOf, ticksIn } from "./ticks.ts";

/** Numbers closer than this would run into each other, in pixels. */
const apart = { x: 52, y: 36 };

const useTicks = () => {
  const { viewTransform } = useTransformContext();
  const { xPaneRange, yPaneRange } = usePaneContext();
  // A matrix row by row; pictures count y from the top.
  const [scaleX, scaleY] = [viewTransform[0], -viewTransform[4]];
  const xs = ticksIn(xPaneRange, stepOf(apart.x / scaleX));
  const ys = ticksIn(yPaneRange, stepOf(apart.y / scaleY));
  const left = xPaneRange[0] * scaleX;
  const right = xPaneRange[1] * scaleX;
  const top = -yPaneRange[1] * scaleY;
  const bottom = -yPaneRange[0] * scaleY;
  return { scaleX, scaleY, xs, ys, left, right, top, bottom };
};

/** The lines of a plane. */
export const GridLines = () => {
  const { scaleX, scaleY, xs, ys, left, right, top, bottom } = useTicks();
  const lines = [
    ...xs.map((x) => `M${x * scaleX} ${top}V${bottom}`),
    ...ys.map((y) => `M${left} ${-y * scaleY}H${right}`),
  ];
  return (
    <g fill="none" pointerEvents="none">
      <path d={lines.join("")} style={{ stroke: "var(--rule)", strokeWidth: 1 }} />
      <path
        d={`M0 ${top}V${bottom}M${left} 0H${right}`}
        style={{ stroke: "var(--ink)", strokeWidth: 1 }}
      />
    </g>
  );
};

const clamped = (x: number, from: number, to: number): number => Math.max(from, Math.min(to, x));

/** Room for a number at the edge of the picture, in pixels. */
const room = { x: 34, y: 19 };

/** Half the size of a number, in pixels. */
const halfWidth = (text: Element): number => 4.5 * text.textContent.length;
const halfHeight = 8;

/** Hides the numbers that the edge of the picture would cut. */
const hideCut = (texts: Iterable<Element>, axis: "x" | "y", from: number, to: number): void => {
  for (const text of texts) {
    const at = Number(text.getAttribute(axis));
    const half = axis === "x" ? halfWidth(text) : halfHeight;
    const isWhole = at - half >= from && at + half <= to;
    text.setAttribute("visibility", isWhole ? "visible" : "hidden");
  }
};

/** Keeps the numbers in sight: beside the axes, or at the edge where an axis is outside. */
const stick = (group: SVGGElement): void => {
  const svg = group.ownerSVGElement;
  if (svg === null) return;
  const { x, y, width, height } = svg.viewBox.baseVal;
  const [below, beside] = group.children;
  if (below === undefined || beside === undefined) return;
  hideCut(below.children, "x", x, x + width);
  hideCut(beside.children, "y", y, y + height);
  below.setAttribute("transform", `translate(0 ${clamped(3, y + 2, y + height - room.y)})`);
  beside.setAttribute("transform", `translate(${clamped(5, x + 4, x + width - room.x)} 0)`);
};

/** The numbers of the axes, over the picture. */
export const AxisNumbers = () => {
  const { scaleX, scaleY, xs, ys } = useTicks();
  const place = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const group = place.current!;
    // A plane that is moved changes its view box, and tells its content nothing.
    const observer = new MutationObserver(() => stick(group));
    observer.observe(group.ownerSVGElement!, { attributeFilter: ["viewBox", "height"] });
    return () => observer.disconnect();
  }, []);
  // Numbers may have come.
  useLayoutEffect(() => stick(place.current!));
  return (
    <g ref={place} className="axis-numbers" aria-hidden="true">
      <g textAnchor="middle" dominantBaseline="hanging">
        {xs.map(
          (x) =>
            x !== 0 && (
              <text key={x} x={x * scaleX}>
                {shown(x)}
              </text>
            ),
        )}
      </g>
      <g dominantBaseline="central">
        {ys.map(
          (y) =>
            y !== 0 && (
              <text key={y} y={-y * scaleY}>
                {shown(y)}
              </text>
            ),
        )}
      </g>
    </g>
  );
};
