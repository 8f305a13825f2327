import { placeOf } from "../reference/arrange.ts";

/** A part of a page that the search finds. */
export interface Section {
  readonly anchor: string;
  /** Its heading, and those above it. */
  readonly titles: string[];
  readonly text: string;
}

const formula = '<span v-pre class="katex">';

/** Where the element that begins at a place of the HTML ends. */
const endOfSpan = (html: string, start: number): number => {
  let depth = 0;
  for (const { 0: tag, index } of html.slice(start).matchAll(/<span\b|<\/span>/gu)) {
    depth += tag === "</span>" ? -1 : 1;
    if (depth === 0) return start + index + tag.length;
  }
  return html.length;
};

/** Formulas are no words. */
const withoutFormulas = (html: string): string => {
  const start = html.indexOf(formula);
  if (start < 0) return html;
  return `${html.slice(0, start)} ${withoutFormulas(html.slice(endOfSpan(html, start)))}`;
};

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

const textOf = (html: string): string =>
  withoutFormulas(html)
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/&(lt|gt|amp|quot);/gu, (_, name: string) => entities[name]!)
    .replaceAll(/[\u200B\u2060]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();

const heading =
  /<h([1-6])[^>]*? id="([^"]*)"[^>]*>([^]*?)<a [^>]*class="header-anchor"[^]*?<\/h\1>/gu;

const sectionsIn = (html: string): readonly Section[] => {
  const heads = [...html.matchAll(heading)];
  const above: string[] = [];
  return heads.map((head, k) => {
    const [whole, level, anchor, title] = head;
    above.splice(Number(level) - 1);
    above.push(textOf(title!));
    const end = heads[k + 1]?.index;
    return {
      anchor: anchor!,
      titles: [...above],
      text: textOf(html.slice(head.index + whole.length, end)),
    };
  });
};

/**
 * What the search finds of a page: each section of the handbook; of the reference one entry for each name,
 * with its first words. Lists of names, parameters and examples would hide what is looked for.
 *
 * @param path from the folder of the pages
 */
export const searchable = (path: string, html: string): readonly Section[] => {
  const place = placeOf(path.replace(/^reference\//u, ""));
  const sections = sectionsIn(html);
  if (!place)
    return path.startsWith("reference/")
      ? sections.slice(0, 1).map((each) => ({ ...each, text: "" }))
      : sections;
  const summary = textOf(html.replace(/^[^]*?<\/h1>/u, "").replace(/<h2[^]*$/u, ""));
  return [{ anchor: "", titles: [place.door, place.name], text: summary }];
};
