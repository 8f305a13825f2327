import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { useEffect, useEffectEvent, useId, useRef } from "react";

export interface FormulaInputProps {
  readonly label: string;
  readonly value: string;
  /** What an empty field shows. */
  readonly example: string;
  readonly onChange: (value: string) => void;
  readonly problem?: { readonly message: string; readonly offset: number } | undefined;
}

/** Tab leaves the field, as in every form. */
const extensions = (
  label: string,
  example: string,
  describedBy: string,
  changed: (value: string) => void,
) => [
  history(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  placeholder(example),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": describedBy }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) changed(update.state.doc.toString());
  }),
];

/** A field for formulas: what is wrong is underlined at its place, and told below. */
export const FormulaInput = ({ label, value, example, onChange, problem }: FormulaInputProps) => {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const messageId = useId();
  const changed = useEffectEvent(onChange);
  const first = useEffectEvent(() => value);

  // The editor is made once and keeps its text itself; later values reach it below.
  useEffect(() => {
    const made = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: first(),
        extensions: extensions(label, example, messageId, changed),
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, example, messageId]);

  useEffect(() => {
    const { state } = view.current!;
    if (state.doc.toString() === value) return;
    view.current!.dispatch({ changes: { from: 0, to: state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const { state } = view.current!;
    const from = Math.min(problem?.offset ?? 0, state.doc.length);
    const to = Math.min(from + 1, state.doc.length);
    const severity = "error";
    const diagnostics = problem ? [{ from, to, severity, message: problem.message } as const] : [];
    view.current!.dispatch(setDiagnostics(state, diagnostics));
  }, [problem]);

  return (
    <div className="formula-input">
      <div ref={place} className="editor" />
      <pre className="problem" id={messageId} role="status">
        {problem?.message}
      </pre>
    </div>
  );
};
