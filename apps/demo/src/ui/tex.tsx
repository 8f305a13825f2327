import katex, { type KatexOptions } from "katex";
import { memo, useEffect, useRef } from "react";

export interface TexProps {
  readonly tex: string;
  /** On a line of its own. */
  readonly display?: boolean;
}

const options: KatexOptions = {
  throwOnError: false,
  // A class may give a part its colour, which follows the theme. No other command that reaches into the page is known.
  trust: ({ command }) => command === "\\htmlClass",
  strict: (code) => (code === "htmlExtension" ? "ignore" : "warn"),
};

/** A formula as a textbook sets it, with MathML for those who cannot see it. */
export const Tex = memo(({ tex, display = false }: TexProps) => {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Nodes, not text: the styles of nodes pass every policy.
    if (place.current) katex.render(tex, place.current, { ...options, displayMode: display });
  }, [tex, display]);
  return <span className={display ? "tex tex-display" : "tex"} ref={place} />;
});
