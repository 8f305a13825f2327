import { defineComponent, type PropType, useId } from "vue";

/** A number to slide, with its name and value. */
export const Slider = defineComponent({
  name: "NumberSlider",
  props: {
    label: { type: String, required: true },
    value: { type: Number, required: true },
    from: { type: Number, required: true },
    to: { type: Number, required: true },
    step: { type: Number, default: 0.01 },
    onChange: { type: Function as PropType<(value: number) => void>, required: true },
  },
  setup: (props) => {
    const id = useId();
    return () => (
      <div class="slider">
        <label for={id}>{props.label}</label>
        <input
          id={id}
          type="range"
          min={props.from}
          max={props.to}
          step={props.step}
          value={props.value}
          onInput={({ target }) => {
            if (target instanceof HTMLInputElement) props.onChange(target.valueAsNumber);
          }}
        />
        <output for={id}>{props.value}</output>
      </div>
    );
  },
});
