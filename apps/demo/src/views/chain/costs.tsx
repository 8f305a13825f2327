import { Tex } from "../../ui/tex.tsx";
import type { Composition } from "./composition.ts";

const ordered = (bracketing: string): string =>
  bracketing.replaceAll(/J(\d+)/gu, "J_{$1}").replaceAll("·", " ");

const digits = "₀₁₂₃₄₅₆₇₈₉";

/** J₁, J₂ and so on, as they are applied. */
const namesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, k) => `J${digits[k + 1]!}`);

/** (J₃(J₂J₁)): what comes first is multiplied first. */
const fromTheRight = (count: number): string =>
  namesOf(count).reduce((product, next) => `(${next}${product})`);

/** ((J₃J₂)J₁): what comes last is multiplied first. */
const fromTheLeft = (count: number): string =>
  namesOf(count)
    .toReversed()
    .reduce((product, next) => `(${product}${next})`);

/** What the orders of multiplication cost: the same product each time. */
export const Costs = ({ composition }: { readonly composition: Composition }) => {
  const { bracketing, multiplications, product } = composition;
  const count = composition.jacobians.length;
  const rows = [
    [
      `Forward, from the right: ${fromTheRight(count)}, as one JVP for each input`,
      multiplications.forward,
    ],
    [
      `In reverse, from the left: ${fromTheLeft(count)}, as one VJP for each output`,
      multiplications.reverse,
    ],
    ["Cheapest", multiplications.optimal],
  ] as const;
  return (
    <section className="card" aria-label="What the orders cost">
      <p>
        The product of {count} Jacobians is a {product.rows}×{product.cols} matrix in every order,
        but the orders take different numbers of multiplications. Cheapest here:{" "}
        <Tex tex={ordered(bracketing)} />
      </p>
      <table data-testid="costs">
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">Multiplications</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([order, count]) => (
            <tr key={order}>
              <th scope="row">{order}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
