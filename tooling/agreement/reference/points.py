"""Where derivatives are tabulated: ordinary points, points next to edges and zeros, and far out.

Far out is where a plausible formula loses everything: 1 − tanh², 1/(1 + eˣ), √(x² + y²) with its square.
"""

from math import nextafter, pi

NEAR = 1e-9
ONE_BELOW = nextafter(1, 0)
ZERO = [NEAR, -NEAR, 1e-17]
TINY = [1e-300, -1e-300]
LINE = [-2.75, -1.25, -0.6, 0.3, 0.5, 1.1, 2.5]
POSITIVE = [0.2, 0.6, 1.3, 2.0, 4.5, 10.0, 123.0]
INSIDE = [-0.9, -0.5, -0.2, 0.1, 0.4, 0.7, 0.95]
NEXT_TO_ONE = [1 - NEAR, NEAR - 1, ONE_BELOW, -ONE_BELOW]


def kinds(interior, near=(), far=()):
    return {"interior": list(interior), "near-edge": list(near), "far": list(far)}


AROUND_ONE = [1 + NEAR, 1 - NEAR, NEAR, 1e-17]
HUGE = [1e200, -1e200, 1e8, *TINY]
TURNS = kinds([*LINE, 0.0], [pi, pi / 2, -pi, *ZERO], [100.0, 1e10, 1e22, 1e300, *TINY])
HALF_TURNS = kinds(
    [*LINE, 0.0, 1.0, -1.5, 7.0],
    [1 + NEAR, 0.5 + NEAR, -1 - NEAR, *ZERO],
    [1e15 + 0.25, 4503599627370495.5, 1e300, *TINY],
)
LOGARITHM = kinds(POSITIVE, AROUND_ONE, [1e300, 1e-300, 1e-308])
SATURATING = [20.0, -20.0, 100.0, -100.0, 800.0, -800.0]

PLANE = [(1.5, -0.3), (2.0, 3.0), (0.0, 2.0), (-7.0, 4.0), (-0.4, -0.1), (1.25, 0.0), (0.0, 0.0)]
GAMMA_POLES = [-1 + NEAR, -1 - NEAR, -3 + NEAR, *ZERO]

POINTS = {
    "neg": kinds([*LINE, 0.0], ZERO, HUGE),
    "square": kinds([*LINE, 0.0], ZERO, [1e150, -1e150, 1e200, *TINY]),
    "reciprocal": kinds(LINE, ZERO, [1e200, 1e-200, 1e8, 1e-100]),
    "exp": kinds([*LINE, 0.0], ZERO, [700.0, 709.7, -700.0, -745.0, *TINY]),
    "expm1": kinds([*LINE, 0.0], ZERO, [700.0, 709.7, -40.0, -800.0, *TINY]),
    "exp2": kinds([*LINE, 0.0, 10.0, -3.0], ZERO, [1000.0, 1023.5, -1000.0, -1070.0, *TINY]),
    "log": LOGARITHM,
    "log2": LOGARITHM,
    "log10": LOGARITHM,
    "log1p": kinds([-0.6, -0.3, *POSITIVE, 0.0], [NEAR - 1, -ONE_BELOW, *ZERO], [1e200, 1e8, *TINY]),
    "sqrt": kinds(POSITIVE, [NEAR, 1e-17], [1e300, 1e8, 1e-100, 1e-300]),
    "cbrt": kinds([*LINE, 8.0], ZERO, [1e300, -1e300, 1e-100, -1e-100]),
    "sin": TURNS,
    "cos": TURNS,
    "tan": TURNS,
    "asin": kinds([*INSIDE, 0.0], [*NEXT_TO_ONE, *ZERO], TINY),
    "acos": kinds([*INSIDE, 0.0], [*NEXT_TO_ONE, *ZERO], TINY),
    "atan": kinds([*LINE, 0.0], ZERO, HUGE),
    "sinpi": HALF_TURNS,
    "cospi": HALF_TURNS,
    "sinh": kinds([*LINE, 0.0], ZERO, [700.0, -700.0, 20.0, -20.0, *TINY]),
    "cosh": kinds([*LINE, 0.0], ZERO, [700.0, -700.0, 20.0, -20.0, *TINY]),
    "tanh": kinds([*LINE, 0.0], ZERO, [*SATURATING, 300.0, *TINY]),
    "asinh": kinds([*LINE, 0.0], ZERO, HUGE),
    "acosh": kinds(
        [1.1, 1.5, 2.0, 3.7, 10.0, 123.0],
        [1 + NEAR, 1 + 1e-15, nextafter(1, 2)],
        [1e200, 1e8, 1e15],
    ),
    "atanh": kinds([*INSIDE, 0.0], [*NEXT_TO_ONE, *ZERO], TINY),
    "sigmoid": kinds([*LINE, 0.0], ZERO, [40.0, -40.0, 745.0, -745.0, 800.0, -800.0]),
    "logit": kinds(
        [0.05, 0.2, 0.4, 0.5, 0.6, 0.8, 0.95],
        [0.5 + NEAR, 0.5 - NEAR, NEAR, 1 - NEAR, ONE_BELOW],
        [1e-17, 1e-100, 1e-300],
    ),
    "softplus": kinds([*LINE, 0.0], ZERO, [40.0, -40.0, 745.0, -745.0, 800.0, -800.0]),
    "erf": kinds([*LINE, 0.0], ZERO, [6.0, -6.0, 10.0, 26.0, *TINY]),
    "erfc": kinds([*LINE, 0.0], ZERO, [6.0, 10.0, 20.0, 26.0, -6.0, -26.0]),
    "erfinv": kinds([*INSIDE, 0.0], [*NEXT_TO_ONE, *ZERO], TINY),
    "lgamma": kinds(
        [*POSITIVE, 2.7, -0.5, -1.3, -2.7, -5.4, -23.6],
        [1 + NEAR, 1 - NEAR, 2 + NEAR, 2 - NEAR, -2.4570247382208005, *GAMMA_POLES],
        [1e10, 1e300, 1e-300, -1e6 - 0.5],
    ),
    "digamma": kinds(
        [*POSITIVE, -0.6, -1.3, -2.7, -5.4, -23.6],
        [1.4616321449683622, -0.5040830082644554, *GAMMA_POLES],
        [1e10, 1e200, 1e-100, -1e6 - 0.25],
    ),
    "polygamma": kinds([0.2, 1.3, 4.5, 30.0, -0.6, -5.4], [NEAR, -1 + NEAR], [1e10, -1e6 - 0.25]),
    "add": kinds(PLANE, [(1.0, NEAR - 1), (NEAR, NEAR)], [(1e300, 1e-300), (-1e200, 1.0), (1e-300, 1e-300)]),
    "sub": kinds(PLANE, [(1.0, 1 - NEAR), (NEAR, NEAR)], [(1e300, 1e-300), (-1e200, 1.0), (1e-300, 1e-300)]),
    "mul": kinds(PLANE, [(NEAR, -NEAR), (1.0, NEAR)], [(1e200, 1e-200), (1e-200, 1e-200), (1e300, 1e8)]),
    "div": kinds(
        [(1.5, -0.3), (2.0, 3.0), (0.0, 2.0), (-7.0, 4.0)],
        [(1.0, NEAR), (NEAR, 2.0), (-1.0, -NEAR)],
        [(1e200, 1e100), (1e-200, 1e100), (1e200, 1e-100), (1e-100, 1e-200)],
    ),
    "pow": kinds(
        [(2.0, 3.0), (2.5, -1.5), (0.3, 0.7), (10.0, 0.1), (1.7, 0.0), (1.0, 5.0), (3.0, 1.0)],
        [(NEAR, 0.5), (NEAR, 1.0), (NEAR, 2.0), (1 + NEAR, 3.0), (2.0, NEAR)],
        [(1e-5, 60.0), (1e5, -60.0), (1 + 1e-10, 1e10), (1e300, 1.02), (1e-300, 0.9), (0.999, 7e5)],
    ),
    "hypot": kinds(
        [(3.0, 4.0), (-1.5, 0.3), (1.0, -2.0), (0.0, 1.0), (5.0, 0.0)],
        [(NEAR, NEAR), (1.0, NEAR), (NEAR, -2.0)],
        [(1e200, 1e-200), (1e-200, 1e200), (1e200, 1e200), (3e-200, 4e-200), (3e307, -4e307)],
    ),
    "atan2": kinds(
        [(1.0, 2.0), (1.0, -2.0), (-1.0, 2.0), (-1.0, -2.0), (0.3, 0.3), (0.0, 2.0), (2.0, 0.0)],
        [(NEAR, 1.0), (NEAR, -1.0), (-NEAR, -1.0), (1.0, NEAR), (NEAR, NEAR)],
        [(1e200, 1e-100), (1e-100, 1e200), (1e150, 1e150), (1e-100, -1e100), (1e-150, 1e-150)],
    ),
    "logaddexp": kinds(
        [(0.5, 1.5), (-1.2, 0.3), (2.0, 2.0), (-3.0, -1.0), (4.0, -1.0), (0.0, 0.0)],
        [(NEAR, 0.0), (1.0, 1 + NEAR), (-0.6931471805599453, -0.6931471805599453)],
        [(40.0, -40.0), (800.0, -800.0), (1000.0, 1000.5), (-1000.0, -1001.0), (-800.0, 0.0)],
    ),
    "xlogy": kinds(
        [(1.5, 0.3), (-2.0, 3.0), (0.5, 10.0), (0.0, 2.0), (3.0, 1.0)],
        [(NEAR, 2.0), (2.0, 1 + NEAR), (1.0, NEAR), (NEAR, NEAR)],
        [(1e200, 1e-100), (1e-200, 1e100), (-1e-300, 1e-150), (2.0, 1e150)],
    ),
    "beta": kinds(
        [(0.5, 0.5), (1.0, 1.0), (2.5, 0.7), (3.0, 4.0), (0.2, 7.3), (12.0, 15.0)],
        [(NEAR, 1.0), (1.0, NEAR), (NEAR, NEAR), (2.0, 3e-17), (1.5, 1e-8), (1e-20, 0.5), (1e-20, 3e-15)],
        [(500.0, 500.0), (1e10, 2.0), (1e-100, 1.0), (0.5, 1e100), (3.0, 1e15), (1e-8, 1e10)],
    ),
    "lbeta": kinds(
        [(0.5, 0.5), (1.0, 1.0), (2.5, 0.7), (3.0, 4.0), (0.2, 7.3), (12.0, 15.0)],
        [(NEAR, 1.0), (1.0, NEAR), (NEAR, NEAR), (1.0, 1 + NEAR), (1.5, 1e-8), (1e-20, 0.5)],
        [(500.0, 500.0), (1e10, 2.0), (1e10, 1.0), (1e-100, 1.0), (0.5, 1e100), (1e15, 2e15), (1e-100, 1e15)],
    ),
}
