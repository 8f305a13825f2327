import { dirname, join, relative } from "node:path/posix";

/** The pages that TypeDoc wrote: their texts by their paths, such as `@jacobian/dual/functions/jvp.md`. */
export type Pages = ReadonlyMap<string, string>;

/** The file in which a name is declared, by door and name: `@jacobian/dual/jvp`. */
export type Files = ReadonlyMap<string, string>;

const member = /^(.+)\/(functions|variables|classes|interfaces|type-aliases)\/(.+)\.md$/u;
const types: ReadonlySet<string> = new Set(["classes", "interfaces", "type-aliases"]);

/** Where a page of one name stands: the door that exports it, its kind and the name itself. */
interface Place {
  readonly door: string;
  readonly kind: string;
  readonly name: string;
}

/** None for the index of a door. */
export const placeOf = (path: string): Place | undefined => {
  const [, door, kind, name] = member.exec(path) ?? [];
  return door === undefined || kind === undefined || name === undefined
    ? undefined
    : { door, kind, name: name.replace(/_$/u, "") };
};

/** The pages to which a page leads. */
const linksOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#:]+\.md)/gu)].map(([, link]) => join(dirname(path), link!));

const example = /^#{2,4} Example\n\n(```ts\n[^]*?\n```)/mu;

const exampleIn = (text: string): string | undefined => example.exec(text)?.[1];

/** The pages that lead to each page, without the indexes. */
const usersIn = (pages: Pages): ReadonlyMap<string, readonly string[]> => {
  const users = new Map<string, string[]>();
  for (const [path, text] of pages) {
    if (!placeOf(path)) continue;
    for (const link of new Set(linksOf(path, text))) {
      users.set(link, [...(users.get(link) ?? []), path]);
    }
  }
  return users;
};

/** What stands in the same package comes first, then what is short. */
const rank = (type: Place, path: string, text: string): number =>
  (placeOf(path)!.door === type.door ? 0 : 1_000) + exampleIn(text)!.length;

interface Library {
  readonly pages: Pages;
  readonly files: Files;
  /** The pages that lead to each page. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** The doors that give on the name of a page. */
  readonly doors: ReadonlyMap<string, readonly string[]>;
}

const fileOf = ({ files }: Library, { door, name }: Place): string | undefined =>
  files.get(`${door}/${name}`);

/** The pages of what stands in the same file as a type. */
const neighboursOf = (type: Place, library: Library): readonly string[] =>
  [...library.pages.keys()].filter((path) => {
    const place = placeOf(path);
    return place?.door === type.door && fileOf(library, place) === fileOf(library, type);
  });

/** Of some pages the one whose example shows a type best. */
const bestOf = (type: Place, paths: readonly string[], { pages }: Library): string | undefined =>
  paths
    .filter((path) => exampleIn(pages.get(path)!) !== undefined)
    .sort((a, b) => rank(type, a, pages.get(a)!) - rank(type, b, pages.get(b)!) || (a < b ? -1 : 1))
    .at(0);

/** The pages whose example names a type. */
const namingOf = ({ name }: Place, { pages }: Library): readonly string[] => {
  const word = new RegExp(`\\b${name}\\b`, "u");
  return [...pages.keys()].filter((path) => word.test(exampleIn(pages.get(path)!) ?? ""));
};

/** The page whose example shows a type: it names it, or is of what uses it, step by step, or stands beside these. */
const showing = (path: string, type: Place, library: Library): string | undefined => {
  const naming = bestOf(type, namingOf(type, library), library);
  if (naming !== undefined) return naming;
  const seen = new Set([path]);
  for (let layer: readonly string[] = [path]; layer.length > 0;) {
    layer = [...new Set(layer.flatMap((each) => library.users.get(each) ?? []))].filter(
      (each) => !seen.has(each),
    );
    layer.forEach((each) => seen.add(each));
    const best = bestOf(type, layer, library);
    if (best !== undefined) return best;
  }
  const beside = [...seen].flatMap((each) => neighboursOf(placeOf(each)!, library));
  return bestOf(type, beside, library);
};

/** Which doors besides its own give on a name, by the page of the name. */
const doorsIn = (pages: Pages): ReadonlyMap<string, readonly string[]> => {
  const doors = new Map<string, string[]>();
  for (const [path, text] of pages) {
    if (!path.endsWith("/index.md")) continue;
    for (const [, link] of text.matchAll(/^Re-exports \[.+?\]\((.+?)\)$/gmu)) {
      const page = join(dirname(path), link!);
      doors.set(page, [...(doors.get(page) ?? []), dirname(path)]);
    }
  }
  return doors;
};

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`;

/** How a name is imported, and from where else. */
const importOf = ({ door, kind, name }: Place, others: readonly string[]): string => {
  const isType = kind === "interfaces" || kind === "type-aliases";
  const also =
    others.length > 0 ? `\n\nAlso exported by ${list(others.map((each) => `\`${each}\``))}.\n` : "";
  return `\`\`\`ts\nimport ${isType ? "type " : ""}{ ${name} } from "${door}";\n\`\`\`${also}`;
};

/** The list of scalars that an unannotated function may destructure. */
const scalars = /readonly \\\[(?:\[`Scalar`\]\(([^)]+)Scalar\.md\)(?:, )?){9}\\\]/gu;

/** A page in sections: what stands before the first `##`, and each of these with what follows it. */
const sectionsOf = (text: string): readonly string[] => text.split(/^(?=## )/mu);

/** What a reader looks for first, in front of the parameters. */
const first = ["Example", "Throws", "See"];

const orderOf = (section: string): number => {
  const place = first.indexOf(/^## (\w+)\n/u.exec(section)?.[1] ?? "");
  return place < 0 ? first.length : place;
};

const arranged = (text: string): string => {
  const [lead = "", ...sections] = sectionsOf(text);
  const ordered = sections.sort((a, b) => orderOf(a) - orderOf(b));
  return [lead, ...ordered].map((each) => each.trimEnd()).join("\n\n") + "\n";
};

/** The example of another page, for a type that has none of its own. */
const borrowed = (path: string, type: Place, library: Library): string => {
  const from = showing(path, type, library);
  if (from === undefined) return "";
  const link = `[\`${placeOf(from)!.name}\`](${relative(dirname(path), from)})`;
  return `\n## Example\n\nFrom ${link}:\n\n${exampleIn(library.pages.get(from)!)!}\n`;
};

const namePage = (path: string, place: Place, library: Library): string => {
  const text = library.pages
    .get(path)!
    .replaceAll(scalars, "[`Scalars`]($1Scalars.md)")
    // A member whose name is a symbol has a number for TypeDoc, and no heading.
    .replaceAll(/\.md#\d+\)/gu, ".md)");
  const head = /^# .+: (.+)$/mu;
  const [, title] = head.exec(text)!;
  const imported = importOf(place, library.doors.get(path) ?? []);
  const whole = text.replace(head, () => `# ${title!}\n\n${imported}`);
  const lacks = types.has(place.kind) && exampleIn(text) === undefined;
  const shown = lacks ? borrowed(path, place, library) : "";
  return `---\ntitle: ${JSON.stringify(`${place.name} · ${place.door}`)}\n---\n\n${arranged(whole + shown)}`;
};

/** The names that a door gives on, in one paragraph for each door that they come from. */
const indexPage = (text: string): string => {
  const [kept = "", references] = text.split(/^## References\n/mu);
  if (references === undefined) return text;
  const links = [...references.matchAll(/^(?:Re-exports|Renames and re-exports) (.+)$/gmu)];
  return `${kept}## From its pieces\n\n${links.map(([, link]) => link!).join(", ")}\n`;
};

/** Read by ESLint: its use is a configuration, which stands under "Getting started". */
const configured = "@jacobian/core/eslint";

/** The pages of names, as they were arranged, that show no example. */
export const withoutExample = (pages: Pages): readonly string[] =>
  [...pages].flatMap(([path, text]) => {
    const place = placeOf(path);
    const isShown = /^#{2,4} Example$/mu.test(text);
    return place && place.door !== configured && !isShown ? [path] : [];
  });

/**
 * The pages as a reader wants them: how a name is imported, what it is and an example, and then the
 * parameters. A type without an example shows that of a function that uses it or stands beside it.
 */
export const arrange = (pages: Pages, files: Files): Pages => {
  const library: Library = { pages, files, users: usersIn(pages), doors: doorsIn(pages) };
  return new Map(
    [...pages].map(([path, text]) => {
      const place = placeOf(path);
      return [path, place ? namePage(path, place, library) : indexPage(text)];
    }),
  );
};
