"""Writes coefficients.json beside this file: Taylor coefficients of functions of one variable, correctly rounded.

    python3 generate.py              (about a minute; needs mpmath 1.3 or newer)

Nothing here knows a derivative or a recurrence: c_k is Cauchy's integral of f(z)/(z − x)^(k+1) over a circle,
by the trapezoidal rule in complex arithmetic. On a circle of half the radius of convergence R its error is
c_(k+N)·(R/2)^N, with N nodes less than 2^(−N+k) of c_k's scale (Trefethen & Weideman 2014, theorem 2.1).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mpmath import mp, mpc, mpf

from numerals import encode, nearest_double

import json

mp.dps = 120
NODES = 512
ORDER = 40
PI = mp.pi

# name: (x, radius of convergence there, f)
FUNCTIONS = {
    "sin": (0.7, 4, mp.sin),
    "exp": (0.7, 4, mp.exp),
    "agnesi": (0.3, abs(mpc(0.3, 1)), lambda z: 1 / (1 + z * z)),
    "tanh": (0.5, abs(mpc(0.5, PI / 2)), mp.tanh),
    "power of itself": (1.5, 1.5, lambda z: mp.exp(z * mp.log(z))),
    "composition": (0.5, abs(mpc(0.5, PI / 2)), lambda z: mp.exp(mp.sin(z * mp.tanh(z)))),
    "tan": (0.4, PI / 2 - 0.4, mp.tan),
    "sigmoid": (0.4, abs(mpc(0.4, PI)), lambda z: 1 / (1 + mp.exp(-z))),
    "log": (1.3, 1.3, mp.log),
    "sqrt": (0.8, 0.8, mp.sqrt),
    "cbrt": (2, 2, lambda z: mp.exp(mp.log(z) / 3)),
    "pow": (0.8, 0.8, lambda z: mp.exp(2.5 * mp.log(z))),
    "asin": (0.2, 0.8, mp.asin),
    "atan": (0.4, abs(mpc(0.4, 1)), mp.atan),
    "asinh": (0.6, abs(mpc(0.6, 1)), mp.asinh),
    "acosh": (2, 1, mp.acosh),
    "hypot": (0.6, abs(mpc(0.6, 1)), lambda z: mp.sqrt(1 + z * z)),
    "erf": (0.4, 4, mp.erf),
    "lgamma": (2.5, 2.5, mp.loggamma),
    "digamma": (2.5, 2.5, lambda z: mp.digamma(z)),
    "beta": (1.2, 1.2, lambda z: mp.beta(z, 2 * z)),
}


def coefficients(x, radius, f):
    center, r = mpf(x), mpf(radius) / 2
    nodes = [mp.expjpi(mpf(2 * n) / NODES) for n in range(NODES)]
    values = [f(center + r * w) for w in nodes]
    # nodes[−k·n mod N] is the conjugate power: no further exponentials.
    total = lambda k: sum(v * nodes[(-k * n) % NODES] for n, v in enumerate(values))
    return [float(nearest_double(mp.re(total(k)) / NODES / r**k)) for k in range(ORDER + 1)]


def main():
    rows = [
        json.dumps(encode({"name": name, "x": x, "coefficients": coefficients(x, radius, f)}), ensure_ascii=False)
        for name, (x, radius, f) in FUNCTIONS.items()
    ]
    text = "[\n  " + ",\n  ".join(rows) + "\n]\n"
    Path(__file__).resolve().with_name("coefficients.json").write_text(text, encoding="utf-8")


main()
