"""Limits at edges of domains and singular points: (x, value, first, second, note).

A derivative at an edge is the one-sided limit from inside the domain, from the right where both sides
lie inside. NaN stands where even that does not exist.
"""

from math import inf, nan, pi

PI2_6 = pi * pi / 6
ZETA_3 = 1.2020569031595942


def one(x, value, first, second, note="one-sided limits"):
    return [x], value, [first], [[second]], note


def two(x, y, value, first, second, note):
    return [x, y], value, first, second, note


def pole(n, x):
    """ψ⁽ⁿ⁾ = (−1)ⁿ⁺¹·n!/xⁿ⁺¹ + …: limits from the right at 0; elsewhere only where both sides agree."""
    limit = lambda k: (inf if k % 2 else -inf) if x == 0 else (inf if k % 2 else nan)
    note = "limits from the right" if x == 0 else "a pole; NaN where its two sides disagree"
    return one(x, limit(n), limit(n + 1), limit(n + 2), note)


LOG = [one(0.0, -inf, inf, -inf)]

EDGES = {
    "reciprocal": [
        one(0.0, inf, -inf, inf, "from the right"),
        one(-0.0, -inf, -inf, -inf, "from the left"),
    ],
    "log": LOG,
    "log2": LOG,
    "log10": LOG,
    "log1p": [one(-1.0, -inf, inf, -inf)],
    "sqrt": [one(0.0, 0.0, inf, -inf)],
    "cbrt": [one(0.0, 0.0, inf, -inf, "from the right; the second derivative is +∞ from the left")],
    "asin": [one(1.0, pi / 2, inf, inf), one(-1.0, -pi / 2, inf, -inf)],
    "acos": [one(1.0, 0.0, -inf, -inf), one(-1.0, pi, -inf, inf)],
    "acosh": [one(1.0, 0.0, inf, -inf)],
    "atanh": [one(1.0, inf, inf, inf), one(-1.0, -inf, inf, -inf)],
    "logit": [one(0.0, -inf, inf, -inf), one(1.0, inf, inf, inf)],
    "erfinv": [one(1.0, inf, inf, inf), one(-1.0, -inf, inf, -inf)],
    "lgamma": [
        one(0.0, inf, -inf, inf, "limits from the right"),
        one(-1.0, inf, nan, inf, "a pole; NaN where its two sides disagree"),
    ],
    "digamma": [pole(0, 0.0), pole(0, -1.0)],
    **{("polygamma", n): [pole(n, 0.0), pole(n, -1.0)] for n in range(5)},
    "div": [
        two(1.0, 0.0, inf, [inf, -inf], [[0.0, -inf], [-inf, inf]], "from y > 0"),
        two(0.0, 0.0, nan, [inf, nan], [[0.0, -inf], [-inf, nan]], "0/0 from y > 0"),
    ],
    "pow": [
        two(0.0, 0.0, 1.0, [0.0, 0.0], [[nan, nan], [nan, nan]], "0⁰ = 1; first is the convention"),
        two(0.0, 0.5, 0.0, [inf, 0.0], [[-inf, -inf], [-inf, 0.0]], "from x > 0"),
        two(0.0, 1.0, 0.0, [1.0, 0.0], [[0.0, -inf], [-inf, 0.0]], "from x > 0"),
        two(0.0, 2.0, 0.0, [0.0, 0.0], [[2.0, 0.0], [0.0, 0.0]], "from x > 0"),
        two(-2.0, 3.0, -8.0, [12.0, nan], [[-12.0, nan], [nan, nan]], "not defined beside an integer y"),
    ],
    "hypot": [
        two(0.0, 0.0, 0.0, [0.0, 0.0], [[nan, nan], [nan, nan]], "a cone's tip: first is the convention"),
    ],
    "atan2": [
        two(0.0, -1.0, pi, [-1.0, 0.0], [[0.0, -1.0], [-1.0, 0.0]], "the cut, from y ≥ 0"),
        two(0.0, 0.0, 0.0, [nan, nan], [[nan, nan], [nan, nan]], "no limit"),
    ],
    "logaddexp": [
        two(-inf, 3.0, 3.0, [0.0, 1.0], [[0.0, 0.0], [0.0, 0.0]], "a limit"),
        two(inf, 3.0, inf, [1.0, 0.0], [[0.0, 0.0], [0.0, 0.0]], "a limit"),
        two(-inf, -inf, -inf, [nan, nan], [[nan, nan], [nan, nan]], "derivatives depend on the path"),
    ],
    "xlogy": [
        two(0.0, 0.0, 0.0, [-inf, 0.0], [[0.0, inf], [inf, 0.0]], "on x = 0 the function is 0 for all y"),
        two(1.0, 0.0, -inf, [-inf, inf], [[0.0, inf], [inf, -inf]], "from y > 0"),
        two(-1.0, 0.0, inf, [-inf, -inf], [[0.0, inf], [inf, inf]], "from y > 0"),
    ],
    # B(a, b) = 1/a + ψ(1) − ψ(b) + ½a·((ψ(1) − ψ(b))² + ψ′(1) − ψ′(b)) + …
    "beta": [two(0.0, 1.0, inf, [-inf, -PI2_6], [[inf, ZETA_3], [ZETA_3, 2 * ZETA_3]], "from a > 0")],
    "lbeta": [two(0.0, 1.0, inf, [-inf, 0.0], [[inf, -PI2_6], [-PI2_6, 0.0]], "from a > 0")],
}
