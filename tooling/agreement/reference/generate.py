"""Writes <name>.json beside this file: exact values and derivatives of every primitive, correctly rounded.

    python3 generate.py              every table (about a minute; needs mpmath 1.3 or newer)
    python3 generate.py tanh pow     only these

Nothing here knows a derivative: first and second derivatives are central differences of the function itself
with the step 1e-60 (of the operand, where that is below 1), in enough digits that the result is right to
far more than 17. The limits at edges, where there is nothing to difference, are stated in edges.py.
"""

import sys
from pathlib import Path

from mpmath import mp, mpf

from edges import EDGES
from functions import BINARY, SPECIAL, UNARY, polygamma
from numerals import document, nearest_double
from points import POINTS
from samples import samples

STEP = mpf(10) ** -60
ORDERS = range(5)


def digits(name):
    """Enough for second differences where the function is flat: hypot(1e200, 1e-200) cancels 920 digits."""
    return 800 if name in SPECIAL else 1500


def steps(x):
    return [STEP * min(mpf(1), abs(t)) if t else STEP for t in x]


def differences(f, x):
    """The gradient and the Hessian of f at x by central differences."""
    h, n = steps(x), len(x)
    center = f(*x)

    def at(*moves):
        y = list(x)
        for i, k in moves:
            y[i] += k * h[i]
        return f(*y)

    first = [(at((i, 1)) - at((i, -1))) / (2 * h[i]) for i in range(n)]

    def second(i, j):
        if i == j:
            return (at((i, 1)) - 2 * center + at((i, -1))) / h[i] ** 2
        corners = [a * b * at((i, a), (j, b)) for a in (1, -1) for b in (1, -1)]
        return sum(corners) / (4 * h[i] * h[j])

    return first, [[second(i, j) for j in range(n)] for i in range(n)]


def point(kind, f, x, statics):
    exact = [mpf(t) for t in x]
    first, second = differences(f, exact)
    entry = {"kind": kind, "x": x}
    if statics:
        entry["statics"] = statics
    entry["value"] = nearest_double(f(*exact))
    entry["first"] = [nearest_double(d) for d in first]
    entry["second"] = [[nearest_double(d) for d in row] for row in second]
    return entry


def edge(x, value, first, second, note, statics):
    entry = {"kind": "edge", "x": x}
    if statics:
        entry["statics"] = statics
    return entry | {"value": value, "first": first, "second": second, "note": note}


def table(name, f, statics=()):
    """The points of one function (of one order of it)."""
    mp.dps = digits(name)
    smooth = [
        point(kind, f, [float(t) for t in (x if isinstance(x, tuple) else (x,))], list(statics))
        for kind, xs in POINTS[name].items()
        for x in xs
    ]
    key = (name, *statics) if statics else name
    return smooth + [edge(*entry, list(statics)) for entry in EDGES.get(key, [])]


def values(name, f, statics=()):
    """Rows of the arguments, in the order of the call, and the value."""
    mp.dps = 800 if name in ("logaddexp", "lbeta", "beta", "sin", "cos", "tan", "sinpi", "cospi") else 400
    rows = []
    for x in samples(name, *statics):
        value = nearest_double(f(*map(mpf, x)))
        if abs(value) < float("inf"):
            rows.append([*map(float, statics), *x, value])
    return rows


def tables():
    for name, f in (UNARY | BINARY).items():
        yield name, lambda name=name, f=f: document(name, table(name, f), values(name, f))
    every = lambda part: [row for n in ORDERS for row in part("polygamma", polygamma(n), [n])]
    yield "polygamma", lambda: document("polygamma", every(table), every(values))


if __name__ == "__main__":
    here = Path(__file__).parent
    for name, text in tables():
        if len(sys.argv) == 1 or name in sys.argv[1:]:
            (here / f"{name}.json").write_text(text(), encoding="utf-8")
            print(name, (here / f"{name}.json").stat().st_size)
