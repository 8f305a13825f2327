import { defineComponent, ref, shallowRef } from "vue";
import type { Output } from "../runner/execute.ts";
import { run } from "../runner/runner.ts";
import { Editor } from "./editor.tsx";

/** How an output is written beneath the code. */
const lineOf = ({ line, text }: Output): string =>
  line === undefined ? text : `line ${line}: ${text}`;

/** What a program gives, and whether it runs. */
const useRun = () => {
  const outputs = shallowRef<readonly Output[]>();
  const stopped = ref<string>();
  const running = ref(false);
  const start = async (text: string): Promise<void> => {
    running.value = true;
    outputs.value = [];
    stopped.value = undefined;
    stopped.value = await run(text, (output) => {
      outputs.value = [...(outputs.value ?? []), output];
    });
    running.value = false;
  };
  const clear = (): void => {
    outputs.value = undefined;
    stopped.value = undefined;
  };
  return { outputs, stopped, running, start, clear };
};

/** A file of the handbook that its reader can run, edit and run again. */
export const Runnable = defineComponent({
  name: "RunnableExample",
  props: { source: { type: String, required: true } },
  setup: (props, { slots }) => {
    const original = decodeURIComponent(props.source).trimEnd();
    const text = ref(original);
    const editing = ref(false);
    const { outputs, stopped, running, start, clear } = useRun();
    const reset = (): void => {
      text.value = original;
      editing.value = false;
      clear();
    };
    const change = (value: string): void => {
      text.value = value;
    };
    return () => (
      <div class="runnable">
        {editing.value ? <Editor text={text.value} onChange={change} /> : slots["default"]?.()}
        <div class="runnable-bar">
          <button type="button" disabled={running.value} onClick={() => void start(text.value)}>
            {running.value ? "Running …" : "Run"}
          </button>
          {editing.value ? (
            <button type="button" onClick={reset}>
              Reset
            </button>
          ) : (
            <button type="button" onClick={() => (editing.value = true)}>
              Edit
            </button>
          )}
        </div>
        <div role="status" class="runnable-output">
          {outputs.value?.map((output) => (
            <pre tabindex={0}>{lineOf(output)}</pre>
          ))}
          {stopped.value === undefined ? null : <p class="stopped">{stopped.value}</p>}
        </div>
      </div>
    );
  },
});
