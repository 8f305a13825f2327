import { useEffect, useState } from "react";
import type { Pair } from "../../app/fields.ts";
import type { Model } from "../../model/model.ts";
import { textOf } from "../../model/text-of.ts";
import type { Box } from "../../ui/plane.tsx";
import type { Measured, Question } from "./measure.ts";

/** A drag asks at every frame; what it has left behind is not answered. */
const pause = 150;

/** The box between two corners, whichever is which. */
export const regionOf = (from: Pair, to: Pair): Box => ({
  x: [Math.min(from[0], to[0]), Math.max(from[0], to[0])],
  y: [Math.min(from[1], to[1]), Math.max(from[1], to[1])],
});

export interface Measurement {
  readonly region: Box;
  readonly measured: Measured;
}

/** The area of the image of a region, measured in a worker; the last one until the next is there. */
export const useMeasure = (model: Model, region: Box) => {
  const [last, setLast] = useState<Measurement>();
  useEffect(() => {
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL("./measure.worker.ts", import.meta.url), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<Measured>) =>
        setLast({ region, measured: data }),
      );
      worker.postMessage({ compiled: textOf(model), region } satisfies Question);
    }, pause);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [model, region]);
  return { last, isCurrent: last?.region === region };
};
