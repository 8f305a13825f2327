import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Colours of both themes: see theme.css. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operator], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.number], color: "var(--code-literal)" },
  { tag: tags.comment, color: "var(--code-comment)" },
  { tag: tags.function(tags.variableName), color: "var(--code-function)" },
]);

/**
 * Puts an editor into an element and moves the focus there. Tab leaves it, as the keyboard expects.
 *
 * @returns what removes it
 */
export const createEditor = (
  parent: HTMLElement,
  text: string,
  change: (text: string) => void,
): (() => void) => {
  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      EditorView.lineWrapping,
      javascript({ typescript: true }),
      syntaxHighlighting(colours),
      EditorView.contentAttributes.of({ "aria-label": "The example, to edit" }),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) change(state.doc.toString());
      }),
    ],
  });
  view.focus();
  return () => view.destroy();
};
