import { useData, withBase } from "vitepress";
import { computed, defineComponent } from "vue";

/** A view of the demo, at work: its address as the demo writes it after `#`. */
export const Picture = defineComponent({
  name: "MovingPicture",
  props: {
    /** What the demo's address says: `view=map&…`. */
    state: { type: String, required: true },
    /** What is to be seen and done. */
    caption: { type: String, required: true },
    height: { type: Number, default: 560 },
  },
  setup: (props) => {
    const { isDark } = useData();
    const page = withBase("/demo/index.html");
    const source = computed(
      () => `${page}#${props.state}&embed=1&theme=${isDark.value ? "dark" : "light"}`,
    );
    return () => (
      <figure class="picture">
        <iframe src={source.value} title={props.caption} loading="lazy" height={props.height} />
        <figcaption>
          {props.caption}{" "}
          <a href={`${page}#${props.state}`} target="_blank" rel="noopener">
            Open it in the demo
          </a>
        </figcaption>
      </figure>
    );
  },
});
