import { useCallback, useEffect, useRef, useState } from "react";
import type { Command, Progress } from "./progress.ts";

/** A flow that is trained in a worker: run it, pause it, begin again. */
export const useTraining = () => {
  const worker = useRef<Worker>(undefined);
  const [progress, setProgress] = useState<Progress>();
  const [isRunning, setRunning] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const made = new Worker(new URL("./training.worker.ts", import.meta.url), { type: "module" });
    made.addEventListener("message", ({ data }: MessageEvent<Progress>) => {
      setProgress(data);
      if (data.isDone) setRunning(false);
    });
    worker.current = made;
    return () => made.terminate();
  }, [round]);
  const say = useCallback((command: Command) => {
    worker.current?.postMessage(command);
    setRunning(command === "run");
  }, []);
  const reset = useCallback(() => {
    setRunning(false);
    setRound((before) => before + 1);
  }, []);
  return { progress, isRunning, say, reset };
};
