import { Tex } from "../../ui/tex.tsx";
import type { Composition } from "./composition.ts";

const ordered = (bracketing: string): string =>
  bracketing.replaceAll(/J(\d+)/gu, "J_{$1}").replaceAll("·", " ");

/** What the orders of multiplication cost: the same product each time. */
export const Costs = ({ composition }: { readonly composition: Composition }) => {
  const { bracketing, multiplications, product } = composition;
  const rows = [
    ["Forward, from the right: (J₃(J₂J₁)), as one JVP for each input", multiplications.forward],
    ["In reverse, from the left: ((J₃J₂)J₁), as one VJP for each output", multiplications.reverse],
    ["Cheapest", multiplications.optimal],
  ] as const;
  return (
    <section className="card" aria-label="What the orders cost">
      <p>
        The product of {composition.jacobians.length} Jacobians is a {product.rows}×{product.cols}{" "}
        matrix in every order, but the orders take different numbers of multiplications. Cheapest
        here: <Tex tex={ordered(bracketing)} />
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
