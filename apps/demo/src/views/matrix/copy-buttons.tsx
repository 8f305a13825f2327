import { useState } from "react";
import type { Compiled } from "../../model/compiled.ts";

const languages = { latex: "LaTeX", javascript: "JavaScript", python: "Python" } as const;
type Language = keyof typeof languages;

/** The Jacobian for other programs: copied, and shown to be copied by hand. */
export const CopyButtons = ({ code }: { readonly code: Compiled["code"] }) => {
  const [language, setLanguage] = useState<Language>();
  const [said, setSaid] = useState("");
  const copy = async (next: Language) => {
    setLanguage(next);
    try {
      await navigator.clipboard.writeText(code[next]);
      setSaid(`${languages[next]} copied`);
    } catch {
      setSaid("Copy it from below");
    }
  };
  const names: readonly Language[] = ["latex", "javascript", "python"];
  return (
    <section className="card" aria-label="Copy the Jacobian">
      <div className="row">
        {names.map((name) => (
          <button key={name} type="button" onClick={() => void copy(name)}>
            Copy as {languages[name]}
          </button>
        ))}
        <span role="status">{said}</span>
      </div>
      {language !== undefined && (
        <pre className="code" tabIndex={0} data-testid="code" aria-label={languages[language]}>
          {code[language]}
        </pre>
      )}
    </section>
  );
};
