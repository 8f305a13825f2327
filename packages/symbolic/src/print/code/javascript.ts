import {
  type Container,
  cospi,
  hypot,
  isValue,
  logaddexp,
  logit,
  mod,
  pow,
  shapeOf,
  sigmoid,
  sinpi,
  softplus,
  xlogy,
} from "@jacobian/core";
import { beta, digamma, erf, erfc, erfinv, lbeta, lgamma, polygamma } from "@jacobian/core/special";
import { erased } from "../../formula/rule.ts";
import { type FunctionSource, functionSource, type SourceOptions } from "./function-source.ts";
import { javascriptNumber, javascriptTable } from "./javascript-table.ts";
import { entry, type Table } from "./operators.ts";
import { atomOf, called, type Template } from "./piece.ts";
import { javascriptWords } from "./reserved.ts";

/** Of these the source imports core's own. */
const imported = {
  "@jacobian/core": { cospi, hypot, logaddexp, logit, mod, pow, sigmoid, sinpi, softplus, xlogy },
  "@jacobian/core/special": { beta, digamma, erf, erfc, erfinv, lbeta, lgamma },
};

/** An order comes first. */
const ordered: Template = ([x], order) => atomOf(`polygamma(${String(order)}, ${x!.text})`);

const table = (): Table =>
  new Map([
    ...javascriptTable(),
    ...Object.values(imported).flatMap((functions) =>
      Object.entries(functions).map(([name, { rule }]) => entry({ rule }, called(name))),
    ),
    entry(polygamma, ordered),
  ]);

const importsFor = ({ rules }: FunctionSource): string =>
  Object.entries(imported)
    .map(([module, functions]): readonly [string, readonly string[]] => {
      const names = Object.entries(functions).flatMap(([name, { rule }]) =>
        rules.has(erased(rule)) ? [name] : [],
      );
      const isOrdered = module !== "@jacobian/core" && rules.has(erased(polygamma.rule));
      return [module, isOrdered ? [...names, "polygamma"] : names];
    })
    .filter(([, names]) => names.length > 0)
    .map(([module, names]) => `import { ${names.join(", ")} } from "${module}";\n`)
    .join("");

/**
 * A JavaScript module that exports a function of the variables: it returns a number, or a list of the
 * numbers of several formulas in container order. What `Math` lacks it imports from core.
 * @throws DomainError for a variable that is missing, a name that is none, or a primitive without a name there.
 * @example
 * const [x, y] = symbols("x y");
 * const lines = toJavaScript(mul(sin(x), y), [x, y]).split("\n");
 * lines[1]; // "  return Math.sin(x) * y;"
 */
export const toJavaScript = (
  formulas: Container,
  variables: Container,
  options: SourceOptions = {},
): string => {
  const names = [...Object.values(imported).flatMap(Object.keys), "polygamma"];
  const parts = functionSource(
    {
      operation: "toJavaScript",
      table: table(),
      reserved: new Set([...javascriptWords, ...names]),
      number: javascriptNumber,
    },
    formulas,
    variables,
    options,
  );
  const { name, parameters, statements, outputs } = parts;
  const isOne = isValue(formulas) && shapeOf(formulas).length === 0;
  const body = [
    ...statements.map(([temporary, source]) => `const ${temporary} = ${source};`),
    isOne ? `return ${outputs[0]!};` : `return [${outputs.join(", ")}];`,
  ];
  const imports = importsFor(parts);
  const lines = [
    `export function ${name}(${parameters.join(", ")}) {`,
    ...body.map((line) => `  ${line}`),
    "}",
  ];
  return `${imports}${imports === "" ? "" : "\n"}${lines.join("\n")}\n`;
};
