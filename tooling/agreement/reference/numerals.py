"""From mpmath's numbers to JSON: the nearest double, with what JSON cannot write as a string."""

import json
import math

from mpmath import mp


def nearest_double(v):
    """The double nearest to an mpf, ties to even, subnormals and overflow included."""
    if mp.isnan(v):
        return math.nan
    if mp.isinf(v):
        return math.inf if v > 0 else -math.inf
    sign, mantissa, exponent, bits = v._mpf_
    if exponent + bits < -1100:
        magnitude = 0.0
    elif exponent + bits > 1024:
        magnitude = math.inf
    else:
        magnitude = rounded_quotient(mantissa, exponent)
    return -magnitude if sign else magnitude


def rounded_quotient(mantissa, exponent):
    """Python rounds int → float and int/int correctly."""
    try:
        return float(mantissa << exponent) if exponent >= 0 else mantissa / (1 << -exponent)
    except OverflowError:
        return math.inf


def encode(x):
    """Doubles as JSON: "NaN", "Infinity" and "-Infinity" are strings."""
    if isinstance(x, (list, tuple)):
        return [encode(item) for item in x]
    if isinstance(x, dict):
        return {key: encode(item) for key, item in x.items()}
    if isinstance(x, float) and not math.isfinite(x):
        return "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"
    # Small integers lose their ".0"; −0 keeps it, and its sign.
    short = isinstance(x, float) and x.is_integer() and abs(x) < 1e15 and str(x) != "-0.0"
    return int(x) if short else x


def document(name, points, values):
    """One point, or a few values, to the line."""
    line = lambda item: json.dumps(encode(item), ensure_ascii=False)
    rows = [", ".join(map(line, values[i : i + 4])) for i in range(0, len(values), 4)]
    return (
        f'{{\n  "name": "{name}",\n  "points": [\n    '
        + ",\n    ".join(map(line, points))
        + '\n  ],\n  "values": [\n    '
        + ",\n    ".join(rows)
        + "\n  ]\n}\n"
    )
