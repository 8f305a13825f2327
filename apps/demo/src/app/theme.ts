export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "theme";

export const isTheme = (x: unknown): x is Theme => themes.some((each) => each === x);

/** What was chosen on this machine; a link does not carry it. */
export const storedTheme = (): Theme => {
  try {
    const stored = localStorage.getItem(key);
    return isTheme(stored) ? stored : "system";
  } catch {
    // A browser may refuse to remember anything.
    return "system";
  }
};

export const storeTheme = (theme: Theme): void => {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It holds until the page is left.
  }
};

export const showTheme = (theme: Theme): void => {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
};
