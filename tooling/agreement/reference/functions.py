"""The functions of the reference tables, each by its definition, as mpmath evaluates it at any precision."""

from mpmath import mp, mpf


def cbrt(x):
    return -mp.cbrt(-x) if x < 0 else mp.cbrt(x)


def erfinv(x):
    """The root of erf(y) = x by Halley's method; beyond ½ in the complement."""
    if x < 0:
        return -erfinv(-x)
    far = x > 0.5
    y = mp.sqrt(-mp.log1p(-x)) if far else x
    while True:
        residual = (1 - x) - mp.erfc(y) if far else mp.erf(y) - x
        step = residual * mp.sqrt(mp.pi) / 2 * mp.exp(y * y)
        y -= step / (1 + y * step)
        if abs(step) <= abs(y) * mpf(10) ** (20 - mp.dps):
            return y


def log_gamma(x):
    """log|Γ(x)|"""
    return mp.re(mp.loggamma(x))


def lbeta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


UNARY = {
    "neg": lambda x: -x,
    "square": lambda x: x * x,
    "reciprocal": lambda x: 1 / x,
    "exp": mp.exp,
    "expm1": mp.expm1,
    "exp2": lambda x: mpf(2) ** x,
    "log": mp.log,
    "log1p": mp.log1p,
    "log2": lambda x: mp.log(x) / mp.log(2),
    "log10": lambda x: mp.log(x) / mp.log(10),
    "sqrt": mp.sqrt,
    "cbrt": cbrt,
    "sin": mp.sin,
    "cos": mp.cos,
    "tan": mp.tan,
    "asin": mp.asin,
    "acos": mp.acos,
    "atan": mp.atan,
    "sinpi": mp.sinpi,
    "cospi": mp.cospi,
    "sinh": mp.sinh,
    "cosh": mp.cosh,
    "tanh": mp.tanh,
    "asinh": mp.asinh,
    "acosh": mp.acosh,
    "atanh": mp.atanh,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
    "logit": lambda x: mp.log(x / (1 - x)),
    "softplus": lambda x: mp.log1p(mp.exp(x)),
    "erf": mp.erf,
    "erfc": mp.erfc,
    "erfinv": erfinv,
    "lgamma": log_gamma,
    "digamma": mp.digamma,
}

BINARY = {
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / y,
    "pow": lambda x, y: x**y,
    "hypot": lambda x, y: mp.sqrt(x * x + y * y),
    "atan2": mp.atan2,
    "logaddexp": lambda x, y: mp.log(mp.exp(x) + mp.exp(y)),
    "xlogy": lambda x, y: x * mp.log(y),
    "beta": lambda a, b: mp.exp(lbeta(a, b)),
    "lbeta": lbeta,
}

# Expensive at many digits, and nowhere flatter than 1e-300 where their derivatives are asked for.
SPECIAL = {"erf", "erfc", "erfinv", "lgamma", "digamma", "polygamma", "beta", "lbeta"}


def polygamma(n):
    """
    ψ⁽ⁿ⁾; the order is a static argument. mpmath steps up from negative x one by one; here, for n ≥ 1,
    Σ 1/(x + k)ⁿ⁺¹ is regrouped around the fraction r of x into three sums over positive arguments.
    """

    def value(x):
        if x > 0 or n == 0:
            return mp.polygamma(n, x)
        r = x - mp.floor(x)
        mirrored = mp.polygamma(n, 1 - r) - mp.polygamma(n, 1 - x)
        return mp.polygamma(n, r) - (-1) ** n * mirrored

    return value
