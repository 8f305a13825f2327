import { defineComponent, type PropType, ref, shallowRef, useId } from "vue";
import { check, type Exercise, type Verdict } from "../exercises/exercise.ts";

/** A question, a field for its answer, and what computing says of it. */
export const ExerciseBox = defineComponent({
  name: "ExerciseBox",
  props: { of: { type: Object as PropType<Exercise>, required: true } },
  setup: (props, { slots }) => {
    const id = useId();
    const text = ref("");
    const verdict = shallowRef<Verdict>();
    const told = ref<"hint" | "solution">();
    const submit = (event: Event): void => {
      event.preventDefault();
      verdict.value = check(props.of, text.value);
    };
    /** Enter checks; with Shift it begins another row. */
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
    };
    const tell = (what: "hint" | "solution") => () => (told.value = what);
    return () => (
      <form class="exercise" onSubmit={submit}>
        <div id={id} class="exercise-question">
          {slots["default"]?.()}
        </div>
        <div class="exercise-answer">
          <textarea
            aria-labelledby={id}
            rows={Math.min(4, text.value.split("\n").length)}
            spellcheck={false}
            value={text.value}
            onKeydown={press}
            onInput={({ target }) => {
              if (target instanceof HTMLTextAreaElement) text.value = target.value;
              verdict.value = undefined;
            }}
          />
          <button type="submit">Check</button>
          <button type="button" onClick={tell("hint")}>
            Hint
          </button>
          <button type="button" onClick={tell("solution")}>
            Solution
          </button>
        </div>
        <p role="status" class={["verdict", verdict.value?.right === true ? "right" : "wrong"]}>
          {verdict.value?.say}
        </p>
        <p role="status" class="told">
          {told.value === undefined ? null : props.of[told.value]}
        </p>
      </form>
    );
  },
});
