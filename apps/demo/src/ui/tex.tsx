import katex from "katex";
import { memo, useEffect, useRef } from "react";

export interface TexProps {
  readonly tex: string;
  /** On a line of its own. */
  readonly display?: boolean;
}

/** A formula as a textbook sets it, with MathML for those who cannot see it. */
export const Tex = memo(({ tex, display = false }: TexProps) => {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Nodes, not text: the styles of nodes pass every policy.
    if (place.current)
      katex.render(tex, place.current, { displayMode: display, throwOnError: false });
  }, [tex, display]);
  return <span className={display ? "tex tex-display" : "tex"} ref={place} />;
});
