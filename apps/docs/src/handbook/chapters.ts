/** A page of the handbook: the folder `pages/<slug>`. */
export interface Page {
  readonly slug: string;
  readonly title: string;
  /** A chapter teaches and has a chapter's sections; any other page is looked things up in. */
  readonly chapter: boolean;
}

export interface Part {
  readonly title: string;
  readonly pages: readonly Page[];
}

const chapter = (slug: string, title: string): Page => ({ slug, title, chapter: true });
const page = (slug: string, title: string): Page => ({ slug, title, chapter: false });

/** The handbook in the order in which it is read. */
export const parts: readonly Part[] = [
  {
    title: "Begin",
    pages: [page("getting-started", "Getting started")],
  },
  {
    title: "The Jacobian",
    pages: [
      chapter("three-readings", "Three readings"),
      chapter("special-shapes", "Special shapes"),
      chapter("linear-approximation", "Linear approximation"),
      chapter("chain-rule", "The chain rule"),
    ],
  },
  {
    title: "Two modes",
    pages: [
      chapter("forward-mode", "Forward mode"),
      chapter("reverse-mode", "Reverse mode and backpropagation"),
      chapter("products-and-cost", "What JVP and VJP cost"),
    ],
  },
  {
    title: "Volume and inverse",
    pages: [
      chapter("determinant", "Determinant, volume, orientation"),
      chapter("change-of-variables", "Change of variables"),
      chapter("inverse-function-theorem", "The inverse function theorem"),
      chapter("normalizing-flows", "Normalizing flows"),
    ],
  },
  {
    title: "Kinks",
    pages: [
      chapter("kinks", "Kinks and Clarke"),
      chapter("almost-everywhere", "When almost everywhere is not enough"),
    ],
  },
  {
    title: "Further",
    pages: [
      chapter("matrix-calculus", "Matrix calculus"),
      chapter("hessian", "Second order: the Hessian"),
      chapter("odes", "Sensitivity of ODEs"),
      chapter("fitting", "Fitting data"),
      page("confusions", "Common confusions"),
      page("exercises", "Exercises"),
    ],
  },
  {
    title: "The library",
    pages: [
      page("how-it-works", "How it works inside"),
      page("your-own-function", "Add your own function"),
      page("performance", "Performance"),
      page("coming-from", "Coming from JAX, PyTorch, SymPy …"),
      page("errors", "Errors and what to do"),
    ],
  },
  {
    title: "Tables",
    pages: [
      page("conventions", "Conventions at kinks and edges"),
      page("derivative-table", "The derivative table"),
      page("glossary", "Glossary"),
      page("references", "References"),
    ],
  },
];

/** Every page of the handbook. */
export const pages: readonly Page[] = parts.flatMap((part) => part.pages);
