"""Prints the coefficient tables of packages/core/src/special/kernels (highest power first).

    python3 coefficients.py          (needs mpmath 1.3 or newer; takes a few seconds)

Each table interpolates the function named beside it at the Chebyshev nodes of its interval, in 60
digits: within a small factor of the best approximation of that degree. The largest relative error of the
rounded table, measured on a grid, is printed above it. No coefficient carries digits below 1e-19 of the
constant one.
"""

from mpmath import cos, erf, erfc, euler, exp, log, loggamma, mp, mpf, nstr, pi, sqrt
from mpmath import lu_solve, matrix, polyval

mp.dps = 60
HALF_LOG_TWO_PI = log(2 * pi) / 2


def erf_over_x(u):
    """erf(x)/x as a function of u = x²."""
    return erf(sqrt(u)) / sqrt(u) if u else 2 / sqrt(pi)


def scaled_erfc(t):
    """(1 + 2x)·exp(x²)·erfc(x) as a function of t = (x − 3)/(x + 3) (Shepherd & Laframboise 1981)."""
    x = 3 * (1 + t) / (1 - t)
    return (1 + 2 * x) * exp(x * x) * erfc(x)


def log_gamma_between_zeros(r):
    """log Γ(1 + r) / (r(r − 1)); the zeros of log Γ at 1 and 2 are divided out."""
    if r == 0:
        return +euler
    return 1 - euler if r == 1 else loggamma(1 + r) / (r * (r - 1))


def binet_times_x(u):
    """x·(log Γ(x) − (x − ½)·log x + x − ½·log 2π) as a function of u = 1/x²."""
    if u == 0:
        return mpf(1) / 12
    x = 1 / sqrt(u)
    return x * (loggamma(x) - (x - 0.5) * log(x) + x - HALF_LOG_TWO_PI)


def fit(f, a, b, m, n):
    """P of degree m and Q of degree n, Q(0) = 1, with P = f·Q at m + n + 1 Chebyshev nodes of [a, b]."""
    size = m + n + 1
    A, rhs = matrix(size, size), matrix(size, 1)
    for i in range(size):
        u = (a + b) / 2 + (b - a) / 2 * cos(pi * (2 * i + 1) / (2 * size))
        rhs[i] = f(u)
        for j in range(m + 1):
            A[i, j] = u**j
        for j in range(1, n + 1):
            A[i, m + j] = -rhs[i] * u**j
    s = lu_solve(A, rhs)
    return [s[j] for j in range(m + 1)], [mpf(1)] + [s[m + j] for j in range(1, n + 1)]


def shortened(coefficients, scale):
    """Shortest decimals (highest power first) within 1e-19·scale or a double's precision."""
    out = []
    for c in reversed(coefficients):
        digits = min(17, max(2, 20 + int(mp.floor(mp.log10(abs(c) / scale)))))
        out.append(repr(float(nstr(c, digits))))
    return out


def table(name, f, a, b, m, n=0):
    a, b = mpf(a), mpf(b)
    p, q = (shortened(part, abs(part[0])) for part in fit(f, a, b, m, n))
    points = [a + (b - a) * k / 400 for k in range(401)]
    value = lambda part, u: polyval([mpf(c) for c in part], u)
    worst = max(abs(value(p, u) / value(q, u) / f(u) - 1) for u in points)
    print(f"\n{name} on [{nstr(a, 6)}, {nstr(b, 6)}]: {nstr(worst, 2)}")
    print("  P", "[" + ", ".join(p) + "]")
    if n:
        print("  Q", "[" + ", ".join(q) + "]")


if __name__ == "__main__":
    at = lambda x: (mpf(x) - 3) / (mpf(x) + 3)
    table("erf(x)/x in x²", erf_over_x, 0, 0.25, 8)
    table("(1 + 2x)·exp(x²)·erfc(x) in (x − 3)/(x + 3)", scaled_erfc, at(0.5), at(28), 20)
    table("log Γ(1 + r)/(r(r − 1))", log_gamma_between_zeros, 0, 1, 6, 6)
    table("x·binet(x) in 1/x²", binet_times_x, 0, 1 / mpf(9), 4, 4)
