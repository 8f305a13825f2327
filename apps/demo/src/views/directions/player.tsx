import { useEffect, useEffectEvent, useState } from "react";
import { useReducedMotion } from "../../ui/use-reduced-motion.ts";

export interface PlayerProps {
  readonly step: number;
  readonly length: number;
  readonly onStep: (step: number) => void;
  readonly onPlaying: (isPlaying: boolean) => void;
}

/** Time to read a step. */
const pause = 900;

/** Plays steps one after the other; for those who want no motion it goes to the end at once. */
export const Player = ({ step, length, onStep, onPlaying }: PlayerProps) => {
  const [wanted, setWanted] = useState(false);
  const isStill = useReducedMotion();
  const isPlaying = wanted && step < length;
  const next = useEffectEvent(() => onStep(step + 1));
  const tell = useEffectEvent(onPlaying);
  useEffect(() => tell(isPlaying), [isPlaying]);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(next, pause);
    return () => clearTimeout(timer);
  }, [isPlaying, step]);
  const go = (to: number) => {
    setWanted(false);
    onStep(Math.max(0, Math.min(length, to)));
  };
  const play = () => {
    if (isStill) {
      go(length);
      return;
    }
    if (step >= length) onStep(0);
    setWanted(true);
  };
  return (
    <div className="row player">
      <button type="button" className="primary" onClick={isPlaying ? () => setWanted(false) : play}>
        {isPlaying ? "Pause" : "Play"}
      </button>
      <button type="button" onClick={() => go(step - 1)} disabled={step === 0}>
        Back
      </button>
      <button type="button" onClick={() => go(step + 1)} disabled={step >= length}>
        Step
      </button>
      <button type="button" onClick={() => go(0)}>
        Reset
      </button>
      <label>
        Progress{" "}
        <input
          type="range"
          min={0}
          max={length}
          step={1}
          value={step}
          aria-valuetext={`step ${step} of ${length}`}
          onChange={({ target }) => go(target.valueAsNumber)}
        />{" "}
        <output>
          {step} of {length}
        </output>
      </label>
    </div>
  );
};
