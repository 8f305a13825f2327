export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "theme";

const isTheme = (x: unknown): x is Theme => themes.some((each) => each === x);

/** What was chosen on this machine; a link does not carry it. */
export const storedTheme = (): Theme => {
  const stored = localStorage.getItem(key);
  return isTheme(stored) ? stored : "system";
};

export const applyTheme = (theme: Theme): void => {
  localStorage.setItem(key, theme);
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
};
