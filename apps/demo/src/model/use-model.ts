import { useEffect, useRef, useState } from "react";
import type { Refused } from "./compiled.ts";
import { Compiler } from "./compiler.ts";
import { type Model, modelOf } from "./model.ts";

export interface Modelled {
  /** The last map that could be compiled: the picture of a formula that is being typed stays. */
  readonly model: Model | undefined;
  /** What is wrong with the text as it is now. */
  readonly refused: Refused | undefined;
}

const none: Modelled = { model: undefined, refused: undefined };

/** Typing pauses between words. */
const pause = 150;

/** The map that a text stands for, compiled in a worker; none of an empty one. */
export const useModel = (source: string, variables: string): Modelled => {
  const isBlank = source.trim() === "";
  const compiler = useRef<Compiler>(undefined);
  const [modelled, setModelled] = useState<Modelled>(none);
  // A ref, since the same text shall not be compiled again when the first answer comes.
  const isFirst = useRef(true);
  useEffect(() => {
    if (isBlank) return;
    const timer = setTimeout(
      () => {
        isFirst.current = false;
        compiler.current ??= new Compiler();
        compiler.current.ask(source, variables, (compilation) => {
          setModelled(({ model }) =>
            compilation.ok
              ? { model: modelOf(compilation), refused: undefined }
              : { model, refused: compilation },
          );
        });
      },
      isFirst.current ? 0 : pause,
    );
    return () => clearTimeout(timer);
  }, [source, variables, isBlank]);
  useEffect(() => () => compiler.current?.stop(), []);
  return isBlank ? none : modelled;
};
