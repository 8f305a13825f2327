import { defineComponent } from "vue";
import { references } from "../handbook/references.ts";

/** All that the handbook refers to. */
export const ReferenceList = defineComponent({
  name: "ReferenceList",
  setup: () => () => (
    <ul class="references">
      {Object.entries(references).map(([key, { authors, title, published, link }]) => (
        <li id={key}>
          {authors}: <a href={link}>{title}</a>. {published}.
        </li>
      ))}
    </ul>
  ),
});
