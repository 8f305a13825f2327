import { useData, withBase } from "vitepress";
import { computed, defineComponent, onBeforeUnmount, onMounted, ref } from "vue";

/** The height that an embedded view says it has, if a message is of that kind. */
const heightIn = (data: unknown): number | undefined => {
  if (typeof data !== "object" || data === null) return undefined;
  const { source, height }: { source?: unknown; height?: unknown } = data;
  return source === "jacobian-demo" && typeof height === "number" ? height : undefined;
};

/** A view of the demo, at work: its address as the demo writes it after `#`. */
export const Picture = defineComponent({
  name: "MovingPicture",
  props: {
    /** What the demo's address says: `view=map&…`. */
    state: { type: String, required: true },
    /** What is to be seen and done. */
    caption: { type: String, required: true },
    /** Which of the view's pictures, counted from 1. */
    part: { type: Number, default: 1 },
  },
  setup: (props) => {
    const { isDark } = useData();
    const frame = ref<HTMLIFrameElement>();
    const height = ref(480);
    const page = withBase("/demo/index.html");
    const source = computed(
      () => `${page}#${props.state}&embed=${props.part}&theme=${isDark.value ? "dark" : "light"}`,
    );
    const listen = ({ data, source: sender }: MessageEvent<unknown>): void => {
      if (sender === frame.value?.contentWindow) height.value = heightIn(data) ?? height.value;
    };
    // Not before: the page as it was built knows of no theme, and a frame of it may tell its height to nobody.
    const mounted = ref(false);
    onMounted(() => {
      window.addEventListener("message", listen);
      mounted.value = true;
    });
    onBeforeUnmount(() => window.removeEventListener("message", listen));
    return () => (
      <figure class="picture">
        {mounted.value ? (
          <iframe
            ref={frame}
            src={source.value}
            title={props.caption}
            loading="lazy"
            height={height.value}
          />
        ) : (
          <div style={{ height: `${height.value}px` }} />
        )}
        <figcaption>{props.caption}</figcaption>
      </figure>
    );
  },
});
