import { useEffect, useMemo, useState } from "react";
import type { Pair } from "../../app/fields.ts";
import type { Model } from "../../model/model.ts";
import { textOf } from "../../model/text-of.ts";
import type { Box } from "../../ui/plane.tsx";
import type { Measured, Question } from "./measure.ts";

/** A drag asks at every frame; what it has left behind is not answered. */
const pause = 150;

/** A measurement that takes longer is ended with its worker. */
const patience = 20_000;

/** The box between two corners, whichever is which. */
export const regionOf = (from: Pair, to: Pair): Box => ({
  x: [Math.min(from[0], to[0]), Math.max(from[0], to[0])],
  y: [Math.min(from[1], to[1]), Math.max(from[1], to[1])],
});

/** What came of a question. */
export interface Measurement {
  readonly about: Question;
  readonly measured: Measured;
}

/** The integral of a density over the image of a region, measured in a worker; the last one until the next is there. */
export const useMeasure = (model: Model, region: Box, density: string) => {
  const [last, setLast] = useState<Measurement>();
  const question = useMemo(
    (): Question => ({ compiled: textOf(model), region, density }),
    [model, region, density],
  );
  useEffect(() => {
    let worker: Worker | undefined;
    const end = (measured: Measured) => {
      clearTimeout(timer);
      worker?.terminate();
      setLast({ about: question, measured });
    };
    let timer = setTimeout(() => {
      worker = new Worker(new URL("./measure.worker.ts", import.meta.url), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<Measured>) => end(data));
      worker.postMessage(question);
      timer = setTimeout(
        () =>
          end({
            refused: `It takes longer than ${patience / 1000} seconds to push the points through; take a simpler map or density.`,
          }),
        patience,
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [question]);
  return { last, isCurrent: last?.about === question };
};
