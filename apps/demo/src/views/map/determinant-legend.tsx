import { colorOf } from "./determinant-picture.ts";

/** Where the legend ends, and how finely it is drawn. */
const reach = 6;
const stops = 24;

const at = (k: number, count: number): number => -reach + (2 * reach * k) / count;

const css = (determinant: number): string => {
  const [red, green, blue, opacity] = colorOf(determinant);
  return `rgb(${red} ${green} ${blue} / ${(opacity / 255).toFixed(3)})`;
};

const gradient = `linear-gradient(to right, ${Array.from({ length: stops + 1 }, (_, k) => css(at(k, stops))).join(", ")})`;

/** Which colour stands for which determinant, as the plane is painted. */
export const DeterminantLegend = () => (
  <figure className="legend" data-testid="legend">
    <figcaption>
      The colour of the plane is det J: orange where the map turns pieces over, blue where it does
      not, the stronger the more it stretches them, none where it flattens them. It fades where it
      was no longer computed.
    </figcaption>
    <div className="legend-bar" style={{ backgroundImage: gradient }} />
    <div className="legend-numbers" aria-hidden="true">
      {[-6, -3, 0, 3, 6].map((each) => (
        <span key={each}>{String(each).replace("-", "−")}</span>
      ))}
    </div>
  </figure>
);
