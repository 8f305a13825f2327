import DefaultTheme from "vitepress/theme";
import type { Theme } from "vitepress";
import "katex/dist/katex.min.css";
import "../../src/theme.css";
import { ExerciseBox } from "../../src/components/exercise-box.tsx";
import { Picture } from "../../src/components/picture.tsx";
import { ReferenceList } from "../../src/components/reference-list.tsx";
import { Runnable } from "../../src/components/runnable.tsx";

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component("Exercise", ExerciseBox);
    app.component("Picture", Picture);
    app.component("ReferenceList", ReferenceList);
    app.component("Runnable", Runnable);
  },
} satisfies Theme;
