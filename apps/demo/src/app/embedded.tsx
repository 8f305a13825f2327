import { type ReactNode, useEffect, useRef } from "react";
import { CompactContext } from "../ui/compact.ts";
import { Tex } from "../ui/tex.tsx";
import { useMapModel } from "./model-context.ts";
import { write } from "./state.ts";
import { usePage } from "./use-state.tsx";

/** The map in one line, in the place of the field in which it is typed. */
export const MapFormula = () => {
  const { model } = useMapModel();
  if (model === undefined) return null;
  const { variables, outputs } = model.latex;
  return (
    <div className="scroll">
      <Tex tex={`f(${variables.join(", ")}) = \\bigl(${outputs.join(",\\; ")}\\bigr)`} />
    </div>
  );
};

/** What an embedded page tells the page around it, so that no frame needs a bar to scroll. */
interface HeightMessage {
  readonly source: "jacobian-demo";
  /** In pixels. */
  readonly height: number;
}

export interface EmbeddedProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A view as a figure of another page: a picture, its controls, and a way out. */
export const Embedded = ({ title, children }: EmbeddedProps) => {
  const { state } = usePage();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const tell = () => {
      const height = Math.ceil(place.current!.getBoundingClientRect().height);
      // It is no secret: any page may show this one.
      parent.postMessage({ source: "jacobian-demo", height } satisfies HeightMessage, "*");
    };
    const observer = new ResizeObserver(tell);
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <CompactContext value={true}>
      <main className="embedded" data-figure={`${state.view}-${state.embed}`} ref={place}>
        <h1 className="visually-hidden">The Jacobian you can touch</h1>
        <h2 className="visually-hidden">{title}</h2>
        {children}
        <p className="way-out">
          <a
            href={write({ ...state, embed: "0", theme: "system" }) || "#"}
            target="_blank"
            rel="noreferrer"
          >
            Open on a page of its own
          </a>
        </p>
      </main>
    </CompactContext>
  );
};
