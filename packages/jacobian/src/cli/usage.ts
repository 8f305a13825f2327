/** Arguments that the program does not understand; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The error grammar of the packages, said by the program. */
export const misused = (expected: string, got: string, remedy: string): UsageError =>
  new UsageError(`jacobian: expected ${expected}, got ${got}; ${remedy}`);

export const help = `jacobian: formulas, their exact Jacobian, and its numbers at a point

Usage
  jacobian "r*cos(t); r*sin(t)" --at r=2,t=0.7
  jacobian --file FILE [options]        formulas from a file
  … | jacobian [-] [options]            formulas from standard input

Options
  --at x=1,y=pi/2    the point; without it only formulas are printed
  --variables x,y    what to differentiate by, in this order; other names of --at are parameters.
                     Not given: the names of --at in their order, else as they come in the formulas
  --hessian          second derivatives too
  --jvp 1,0          J·v at the point
  --vjp 1,0          wᵀ·J at the point
  --json             all of it as JSON; NaN and infinities are strings
  --latex            all of it as LaTeX
  --file FILE        read the formulas from a file
  -h, --help         this text
  -v, --version      the version

Formulas are parted by ; or lines. A product needs its *, a power is ^, and a part can be named: u := x*y.
A formula that begins with - comes after --, as in: jacobian --at x=1 -- "-x^2"

Exit code: 0; 1 if the point is outside the domain; 2 if formulas or arguments are not understood.
`;
