const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

const quote = (text: string): string =>
  text.includes("'") && !text.includes('"')
    ? JSON.stringify(text)
    : `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;

/** The ways to print that every object, list and function has. */
const coarse: ReadonlySet<unknown> = new Set(
  [{}, [], () => 0].map((each): unknown => Reflect.get(each, "toString")),
);

/** What a value's own class says of it: a matrix, a formula, a report. */
const ownText = (value: object): string | undefined => {
  const print: unknown = Reflect.get(value, "toString");
  if (typeof print !== "function" || coarse.has(print)) return undefined;
  return String(Reflect.apply(print, value, []));
};

/** How Node is told to write a value inside another. */
const customText = (value: object): string | undefined => {
  const print: unknown = Reflect.get(value, Symbol.for("nodejs.util.inspect.custom"));
  return typeof print === "function" ? String(Reflect.apply(print, value, [])) : undefined;
};

const isFunction = (value: unknown): value is (...args: never[]) => unknown =>
  typeof value === "function";

/** As many entries of a list as Node shows. */
const mostEntries = 100;

const listed = (list: ArrayLike<unknown>, seen: readonly object[]): string[] => {
  const shown = Array.from({ length: Math.min(list.length, mostEntries) }, (_, k) =>
    inspect(list[k], seen),
  );
  const rest = list.length - shown.length;
  return rest > 0 ? [...shown, `... ${rest} more item${rest === 1 ? "" : "s"}`] : shown;
};

const bracketed = (open: string, parts: readonly string[], close: string): string =>
  parts.length === 0 ? open + close : `${open} ${parts.join(", ")} ${close}`;

const entries = (value: object, seen: readonly object[]): string[] =>
  Object.keys(value).map((key) => {
    const name = identifier.test(key) ? key : quote(key);
    const own = Object.getOwnPropertyDescriptor(value, key);
    const text = own && "value" in own ? inspect(own.value, seen) : "[Getter]";
    return `${name}: ${text}`;
  });

const className = (value: object): string => {
  const constructor: unknown = Reflect.get(value, "constructor");
  return isFunction(constructor) && constructor !== Object ? `${constructor.name} ` : "";
};

const inspectObject = (value: object, seen: readonly object[]): string => {
  if (seen.includes(value)) return "[Circular *1]";
  const custom = customText(value);
  if (custom !== undefined) return custom;
  const inner = [...seen, value];
  if (Array.isArray(value)) return bracketed("[", listed(value, inner), "]");
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    // What is no DataView is a list.
    const list = value as Float64Array;
    return bracketed(`${className(value).trim()}(${list.length}) [`, listed(list, inner), "]");
  }
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return bracketed(`${className(value)}{`, entries(value, inner), "}");
};

/** A value inside another, on one line, as Node writes it. */
const inspect = (value: unknown, seen: readonly object[]): string => {
  if (typeof value === "string") return quote(value);
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "bigint") return `${value}n`;
  if (isFunction(value)) return value.name ? `[Function: ${value.name}]` : "[Function (anonymous)]";
  if (typeof value !== "object" || value === null) return String(value);
  return inspectObject(value, seen);
};

/** A value as the examples' comments write it: as its own toString says, else as Node shows it. */
export const show = (value: unknown): string => {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    const text = ownText(value);
    if (text !== undefined && !(value instanceof Error)) return text;
  }
  return inspect(value, []);
};
