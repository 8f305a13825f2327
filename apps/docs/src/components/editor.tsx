import { defineComponent, onBeforeUnmount, onMounted, ref } from "vue";

/** A code editor, loaded when it is asked for. */
export const Editor = defineComponent({
  name: "CodeEditor",
  props: {
    text: { type: String, required: true },
    onChange: { type: Function, required: true },
  },
  setup: (props) => {
    const host = ref<HTMLElement>();
    let destroy: (() => void) | undefined;
    let gone = false;
    onMounted(async () => {
      const { createEditor } = await import("./code-mirror.ts");
      if (gone || !host.value) return;
      destroy = createEditor(host.value, props.text, (text) => {
        Reflect.apply(props.onChange, undefined, [text]);
      });
    });
    onBeforeUnmount(() => {
      gone = true;
      destroy?.();
    });
    return () => <div ref={host} class="editor" />;
  },
});
