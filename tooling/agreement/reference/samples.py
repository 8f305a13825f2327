"""Where values alone are tabulated, densely: the same pseudo-random points every time."""

from math import pi
from random import Random

EDGE = (-15.5, -1)


class Sampler(Random):
    def line(self, a, b, n):
        return [self.uniform(a, b) for _ in range(n)]

    def powers(self, low, high, n, signed=False):
        """±10^u with u uniform in [low, high]."""
        sizes = [10 ** self.uniform(low, high) for _ in range(n)]
        return [self.choice((1, -1)) * t for t in sizes] if signed else sizes

    def beside(self, c, n, side=0):
        """c ± 10^u for u down to the last bit; side ±1 keeps to one side."""
        near = [c + (side or self.choice((1, -1))) * t for t in self.powers(*EDGE, n)]
        return [x for x in near if x != c]

    def subnormal(self, n=8):
        return [5e-324 * self.randrange(1, 2**40) for _ in range(n)]

    def pairs(self, low, high, n, signed=False):
        return list(zip(self.powers(low, high, n, signed), self.powers(low, high, n, signed)))

    def box(self, a, b, n):
        return list(zip(self.line(a, b, n), self.line(a, b, n)))


def turns(r):
    ordinary = r.line(-7, 7, 100) + r.line(-1e3, 1e3, 50)
    far = r.powers(3, 300, 50, True) + r.powers(-300, 0, 50, True)
    return ordinary + far + [k * pi / 2 for k in range(-20, 21)]


def half_turns(r):
    return turns(r) + [k / 4 for k in range(-20, 21)]


def disc(r):
    inside = r.line(-1, 1, 150) + r.powers(-300, -1, 40, True) + r.subnormal()
    return inside + r.beside(1, 40, -1) + r.beside(-1, 40, 1)


def line(r):
    return r.line(-5, 5, 150) + r.powers(-300, 300, 120, True) + r.subnormal()


def logarithm(r):
    return r.line(0.3, 3, 100) + r.beside(1, 80) + r.powers(-307, 308, 120) + r.subnormal()


def exponential(r):
    return r.line(-2, 2, 120) + r.line(-700, 709, 120) + r.powers(-300, 0, 60, True) + r.subnormal()


def gamma(r):
    positive = r.line(0, 5, 80) + r.line(0, 40, 40) + r.powers(-300, 300, 50) + r.beside(1, 25) + r.beside(2, 25)
    poles = [t for k in range(1, 20, 3) for t in r.beside(-k, 5)]
    return positive + r.line(-25, 0, 90) + [-t for t in r.powers(1, 12, 25)] + poles


def power(r):
    ordinary = list(zip(r.powers(-2, 2, 150), r.line(-20, 20, 150)))
    far = [(x, r.uniform(-1, 1) * 2) for x in r.powers(-150, 150, 80)]
    return ordinary + far + [(1 + t, r.uniform(-1, 1) / t) for t in r.powers(-12, -2, 60, True)]


def plane(r):
    return r.box(-5, 5, 150) + r.pairs(-300, 300, 100, True)


def beta(r):
    usual = r.box(0, 12, 80) + r.pairs(-3, 3, 80) + r.box(100, 500, 40)
    skew = list(zip(r.line(0, 60, 40), r.powers(0, 15, 40)))
    return usual + skew + r.pairs(-140, 10, 50)


def arithmetic(r):
    return r.line(-5, 5, 100) + r.powers(-150, 150, 100, True)


def exp2(r):
    return r.line(-2, 2, 120) + r.line(-1074, 1023.9, 120) + [float(k) for k in range(-1074, 1024, 60)]


def log1p(r):
    far = r.powers(-300, 300, 100) + [-t for t in r.powers(-300, -1, 50)]
    return r.line(-0.9, 3, 100) + far + r.beside(-1, 40, 1)


def sqrt(r):
    return r.powers(-307, 308, 250) + r.subnormal()


def cbrt(r):
    return r.powers(-307, 308, 250, True) + r.subnormal()


def tanh(r):
    return r.line(-1, 1, 120) + r.line(-25, 25, 120) + r.powers(-300, 0, 60, True) + r.subnormal()


def acosh(r):
    return r.beside(1, 120, 1) + r.line(1, 20, 100) + r.powers(0, 300, 80)


def logistic(r):
    return r.line(-5, 5, 150) + r.line(-745, 745, 120) + r.powers(-20, 0, 30, True)


def logit(r):
    return r.line(0, 1, 150) + r.beside(0.5, 60) + r.powers(-307, -1, 50) + r.beside(1, 40, -1)


def erf(r):
    small = r.powers(-300, 0, 60, True) + r.subnormal()
    return r.line(-3, 3, 150) + r.line(-6.5, 6.5, 50) + r.beside(0.5, 30) + small


def erfc(r):
    return r.line(-3, 3, 120) + r.line(0, 26.5, 130) + r.beside(0.5, 30) + r.line(26.5, 27.2, 20)


def erfinv(r):
    return disc(r) + r.beside(0.5, 30)


def logaddexp(r):
    return r.box(-5, 5, 180) + r.box(-1000, 1000, 100)


def xlogy(r):
    usual = zip(r.line(-5, 5, 150), r.powers(-3, 3, 150))
    return [*usual, *zip(r.powers(-150, 150, 80, True), r.powers(-150, 150, 80))]


SAMPLES = {
    **dict.fromkeys(("neg", "square", "reciprocal"), arithmetic),
    **dict.fromkeys(("exp", "expm1", "sinh", "cosh"), exponential),
    **dict.fromkeys(("log", "log2", "log10"), logarithm),
    **dict.fromkeys(("sin", "cos", "tan"), turns),
    **dict.fromkeys(("sinpi", "cospi"), half_turns),
    **dict.fromkeys(("asin", "acos", "atanh"), disc),
    **dict.fromkeys(("atan", "asinh"), line),
    **dict.fromkeys(("sigmoid", "softplus"), logistic),
    **dict.fromkeys(("lgamma", "digamma", "polygamma"), gamma),
    **dict.fromkeys(("add", "sub", "mul", "div", "hypot", "atan2"), plane),
    **dict.fromkeys(("beta", "lbeta"), beta),
    **{f.__name__: f for f in (exp2, log1p, sqrt, cbrt, tanh, acosh, logit, logaddexp, xlogy)},
    **{f.__name__: f for f in (erf, erfc, erfinv)},
    "pow": power,
}


def samples(name, *statics):
    """The arguments, each a tuple."""
    points = SAMPLES[name](Sampler(f"{name}{statics}"))
    if statics:
        points = points[::5]
    return [x if isinstance(x, tuple) else (x,) for x in points]
