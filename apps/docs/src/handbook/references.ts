/** A book or paper that the handbook leans on; `[@key]` on a page refers to it. */
export interface Reference {
  readonly authors: string;
  readonly title: string;
  readonly published: string;
  /** Where it can be read or bought. */
  readonly link: string;
}

/** The references, by the key that pages use. */
export const references = {
  baur: {
    authors: "W. Baur, V. Strassen",
    title: "The complexity of partial derivatives",
    published: "Theoretical Computer Science 22 (1983), 317–330",
    link: "https://doi.org/10.1016/0304-3975(83)90110-X",
  },
  baydin: {
    authors: "A. G. Baydin, B. A. Pearlmutter, A. A. Radul, J. M. Siskind",
    title: "Automatic differentiation in machine learning: a survey",
    published: "Journal of Machine Learning Research 18 (2018), no. 153",
    link: "https://jmlr.org/papers/v18/17-468.html",
  },
  bolte: {
    authors: "J. Bolte, E. Pauwels",
    title:
      "Conservative set valued fields, automatic differentiation, stochastic gradient methods and deep learning",
    published: "Mathematical Programming 188 (2021), 19–51",
    link: "https://arxiv.org/abs/1909.10300",
  },
  burke: {
    authors: "J. V. Burke, A. S. Lewis, M. L. Overton",
    title: "A robust gradient sampling algorithm for nonsmooth, nonconvex optimization",
    published: "SIAM Journal on Optimization 15 (2005), 751–779",
    link: "https://doi.org/10.1137/030601296",
  },
  clarke: {
    authors: "F. H. Clarke",
    title: "Optimization and Nonsmooth Analysis",
    published: "SIAM Classics in Applied Mathematics 5, 1990",
    link: "https://doi.org/10.1137/1.9781611971309",
  },
  davis: {
    authors: "D. Davis, D. Drusvyatskiy, S. Kakade, J. D. Lee",
    title: "Stochastic subgradient method converges on tame functions",
    published: "Foundations of Computational Mathematics 20 (2020), 119–154",
    link: "https://doi.org/10.1007/s10208-018-09409-5",
  },
  dinh: {
    authors: "L. Dinh, J. Sohl-Dickstein, S. Bengio",
    title: "Density estimation using Real NVP",
    published: "International Conference on Learning Representations 2017",
    link: "https://arxiv.org/abs/1605.08803",
  },
  evans: {
    authors: "L. C. Evans, R. F. Gariepy",
    title: "Measure Theory and Fine Properties of Functions",
    published: "CRC Press, revised edition 2015",
    link: "https://doi.org/10.1201/b18333",
  },
  giles: {
    authors: "M. B. Giles",
    title:
      "Collected matrix derivative results for forward and reverse mode algorithmic differentiation",
    published: "Advances in Automatic Differentiation, Springer 2008, 35–44",
    link: "https://doi.org/10.1007/978-3-540-68942-3_4",
  },
  griewank: {
    authors: "A. Griewank, A. Walther",
    title: "Evaluating Derivatives: Principles and Techniques of Algorithmic Differentiation",
    published: "SIAM, 2nd edition 2008",
    link: "https://doi.org/10.1137/1.9780898717761",
  },
  hairer: {
    authors: "E. Hairer, S. P. Nørsett, G. Wanner",
    title: "Solving Ordinary Differential Equations I: Nonstiff Problems",
    published: "Springer, 2nd edition 1993",
    link: "https://doi.org/10.1007/978-3-540-78862-1",
  },
  hubbard: {
    authors: "J. H. Hubbard, B. B. Hubbard",
    title: "Vector Calculus, Linear Algebra, and Differential Forms: A Unified Approach",
    published: "Matrix Editions, 5th edition 2015",
    link: "https://matrixeditions.com/5thUnifiedApproach.html",
  },
  huber: {
    authors: "P. J. Huber",
    title: "Robust estimation of a location parameter",
    published: "Annals of Mathematical Statistics 35 (1964), 73–101",
    link: "https://doi.org/10.1214/aoms/1177703732",
  },
  kakade: {
    authors: "S. M. Kakade, J. D. Lee",
    title: "Provably correct automatic subdifferentiation for qualified programs",
    published: "Advances in Neural Information Processing Systems 31 (2018), 7125–7135",
    link: "https://arxiv.org/abs/1809.08530",
  },
  khan: {
    authors: "K. A. Khan, P. I. Barton",
    title:
      "Evaluating an element of the Clarke generalized Jacobian of a composite piecewise differentiable function",
    published: "ACM Transactions on Mathematical Software 39 (2013), no. 23",
    link: "https://doi.org/10.1145/2491491.2491493",
  },
  kiwiel: {
    authors: "K. C. Kiwiel",
    title: "Proximity control in bundle methods for convex nondifferentiable minimization",
    published: "Mathematical Programming 46 (1990), 105–122",
    link: "https://doi.org/10.1007/BF01585731",
  },
  krantz: {
    authors: "S. G. Krantz, H. R. Parks",
    title: "The Implicit Function Theorem: History, Theory, and Applications",
    published: "Birkhäuser 2002",
    link: "https://doi.org/10.1007/978-1-4612-0059-8",
  },
  lee: {
    authors: "J. M. Lee",
    title: "Introduction to Smooth Manifolds",
    published: "Springer Graduate Texts in Mathematics 218, 2nd edition 2012",
    link: "https://doi.org/10.1007/978-1-4419-9982-5",
  },
  naumann: {
    authors: "U. Naumann",
    title: "Optimal Jacobian accumulation is NP-complete",
    published: "Mathematical Programming 112 (2008), 427–441",
    link: "https://doi.org/10.1007/s10107-006-0042-z",
  },
  nesterov: {
    authors: "Yu. Nesterov",
    title: "Lexicographic differentiation of nonsmooth functions",
    published: "Mathematical Programming 104 (2005), 669–700",
    link: "https://doi.org/10.1007/s10107-005-0633-0",
  },
  nist: {
    authors: "NIST",
    title: "Statistical Reference Datasets: Nonlinear Regression, Misra1a",
    published: "National Institute of Standards and Technology",
    link: "https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml",
  },
  nocedal: {
    authors: "J. Nocedal, S. J. Wright",
    title: "Numerical Optimization",
    published: "Springer, 2nd edition 2006",
    link: "https://doi.org/10.1007/978-0-387-40065-5",
  },
  papamakarios: {
    authors: "G. Papamakarios, E. Nalisnick, D. J. Rezende, S. Mohamed, B. Lakshminarayanan",
    title: "Normalizing flows for probabilistic modeling and inference",
    published: "Journal of Machine Learning Research 22 (2021), no. 57",
    link: "https://jmlr.org/papers/v22/19-1028.html",
  },
  pearlmutter: {
    authors: "B. A. Pearlmutter",
    title: "Fast exact multiplication by the Hessian",
    published: "Neural Computation 6 (1994), 147–160",
    link: "https://doi.org/10.1162/neco.1994.6.1.147",
  },
  revolve: {
    authors: "A. Griewank, A. Walther",
    title:
      "Algorithm 799: revolve, an implementation of checkpointing for the reverse or adjoint mode",
    published: "ACM Transactions on Mathematical Software 26 (2000), 19–45",
    link: "https://doi.org/10.1145/347837.347846",
  },
  rezende: {
    authors: "D. J. Rezende, S. Mohamed",
    title: "Variational inference with normalizing flows",
    published: "International Conference on Machine Learning 2015, PMLR 37, 1530–1538",
    link: "https://proceedings.mlr.press/v37/rezende15.html",
  },
  rudin: {
    authors: "W. Rudin",
    title: "Principles of Mathematical Analysis",
    published: "McGraw-Hill, 3rd edition 1976",
    link: "https://archive.org/details/principlesofmath00rudi",
  },
  rumelhart: {
    authors: "D. E. Rumelhart, G. E. Hinton, R. J. Williams",
    title: "Learning representations by back-propagating errors",
    published: "Nature 323 (1986), 533–536",
    link: "https://doi.org/10.1038/323533a0",
  },
  siskind: {
    authors: "J. M. Siskind, B. A. Pearlmutter",
    title:
      "Perturbation confusion and referential transparency: correct functional implementation of forward-mode AD",
    published: "Implementation and Application of Functional Languages 2005",
    link: "https://www.bcl.hamilton.ie/~barak/papers/ifl2005.pdf",
  },
  spivak: {
    authors: "M. Spivak",
    title: "Calculus on Manifolds",
    published: "Benjamin 1965; Westview Press 1971",
    link: "https://archive.org/details/SpivakM.CalculusOnManifolds",
  },
} as const satisfies Readonly<Record<string, Reference>>;

export type ReferenceKey = keyof typeof references;

/** Whether a page may refer to it. */
export const isReference = (key: string): key is ReferenceKey => Object.hasOwn(references, key);
