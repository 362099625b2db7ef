#!/usr/bin/env python3
"""Reference values of elementary functions at doubles, computed with 60 digits, for the kernels.

Writes kernels.tsv.gz beside this script: a function, its arguments as doubles in hexadecimal, and the value with 22 digits, or "none"
where there is none. The points lie near zeros, poles, ends of domains and of the doubles, and in between; the same at every run. The
tests read the table; they need neither Python nor mpmath. To make it anew: pip install mpmath && python3 kernels.py
"""
import gzip
import math
import os
import random

from mpmath import (acos, acosh, acoth, acsch, asech, asin, asinh, atan, atan2, atanh, cbrt, cos, cosh, cot, coth, csc, csch, erf, erfc, exp, expm1, fabs, floor,
                    gamma, hypot, log, log1p, loggamma, mp, mpf, nstr, pi, psi, re, sec, sech, sin, sinh, sqrt, tan, tanh)

mp.dps = 60
MORE = 420  # digits where numbers of very different sizes meet
COUNT = 600


def with_more(function):
    def at(*arguments):
        with mp.workdps(MORE):
            return +function(*arguments)
    return at


def log_gamma(x):
    return re(loggamma(x)) if x > 0 else log(fabs(gamma(x)))


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return x if x > 2000 else mpf(0) if x < -2000 else log1p(exp(x))


def normal(x):
    return erfc(-x / sqrt(mpf(2))) / 2 if x > -400 else mpf(0)


def gelu_tanh(x):
    return x * sigmoid(sqrt(8 / pi) * (x + mpf('0.044715') * x**3)) if x > -100 else mpf(0)


def pole(x):
    return x <= 0 and x == floor(x)


def capped(function, low, high):
    """Beyond these the value is 0 or larger than every double."""
    return lambda x: function(x) if low <= x <= high else mpf(0) if x < low or function is None else mpf('inf')


ANY = lambda x: True
ONE = {
    'sqrt': (sqrt, lambda x: x >= 0), 'cbrt': (lambda x: cbrt(x) if x >= 0 else -cbrt(-x), ANY),
    'exp': (capped(exp, -800, 800), ANY), 'exp2': (capped(lambda x: mpf(2)**x, -1200, 1200), ANY), 'expm1': (lambda x: mpf(-1) if x < -2000 else mpf('inf') if x > 2000 else expm1(x), ANY),
    'log': (log, lambda x: x > 0), 'log2': (lambda x: log(x, 2), lambda x: x > 0), 'log10': (lambda x: log(x, 10), lambda x: x > 0), 'log1p': (log1p, lambda x: x > -1),
    'sin': (sin, ANY), 'cos': (cos, ANY), 'tan': (tan, ANY), 'sec': (sec, ANY), 'csc': (csc, lambda x: x != 0), 'cot': (cot, lambda x: x != 0),
    'asin': (asin, lambda x: fabs(x) <= 1), 'acos': (acos, lambda x: fabs(x) <= 1), 'atan': (atan, ANY),
    'sinh': (lambda x: sinh(x) if fabs(x) < 2000 else x * mpf('inf'), ANY), 'cosh': (lambda x: cosh(x) if fabs(x) < 2000 else mpf('inf'), ANY), 'tanh': (lambda x: tanh(x) if fabs(x) < 2000 else mpf(1 if x > 0 else -1), ANY),
    'sech': (lambda x: sech(x) if fabs(x) < 2000 else mpf(0), ANY), 'csch': (lambda x: csch(x) if fabs(x) < 2000 else mpf(0), lambda x: x != 0), 'coth': (lambda x: coth(x) if fabs(x) < 2000 else mpf(1 if x > 0 else -1), lambda x: x != 0),
    'asinh': (asinh, ANY), 'acosh': (acosh, lambda x: x >= 1), 'atanh': (atanh, lambda x: fabs(x) < 1),
    'asech': (asech, lambda x: 0 < x <= 1), 'acsch': (acsch, lambda x: x != 0), 'acoth': (acoth, lambda x: fabs(x) > 1),
    'gamma': (capped(gamma, -200, 200), lambda x: not pole(x)), 'lgamma': (log_gamma, lambda x: not pole(x)), 'digamma': (lambda x: psi(0, x), lambda x: not pole(x)),
    'erf': (lambda x: erf(x) if fabs(x) < 100 else mpf(1 if x > 0 else -1), ANY), 'erfc': (lambda x: erfc(x) if x < 100 else mpf(0), ANY),
    'sigmoid': (lambda x: sigmoid(x) if x > -2000 else mpf(0), ANY), 'softplus': (softplus, ANY), 'silu': (lambda x: x * sigmoid(x) if x > -2000 else mpf(0), ANY), 'mish': (lambda x: x * tanh(softplus(x)) if x > -2000 else mpf(0), ANY),
    'gelu': (lambda x: x * normal(x), ANY), 'gelu_tanh': (gelu_tanh, ANY), 'logit': (lambda x: log(x / (1 - x)), lambda x: 0 < x < 1),
}
TWO = {'atan2': atan2, 'hypot': hypot, '^': lambda x, y: mpf(x)**y}


def nudged(chance, x):
    for _ in range(chance.randrange(4)):
        x = math.nextafter(x, chance.choice([-math.inf, math.inf]))
    return x


def point(chance):
    sign = chance.choice([-1.0, 1.0])
    kind = chance.randrange(8)
    if kind == 0:
        return sign * math.ldexp(1 + chance.random(), chance.randrange(-1074, 1024))
    if kind == 1:
        return sign * math.ldexp(1 + chance.random(), chance.randrange(-60, 10))
    if kind == 2:
        return sign * chance.random()
    if kind == 3:
        return sign * chance.random() * 20
    if kind == 4:
        return sign * chance.random() * 750
    if kind == 5:
        return nudged(chance, chance.randrange(-80, 81) * 0.5)
    if kind == 6:
        return nudged(chance, chance.randrange(-400, 401) * (math.pi / 4))
    return sign * (1 + math.ldexp(chance.random(), -chance.randrange(54)) * chance.choice([1, -0.5]))


def rows():
    chance = random.Random(20261130)
    for name, (function, holds) in ONE.items():
        function = with_more(function)
        for _ in range(COUNT if name not in ('gamma', 'lgamma', 'digamma') else COUNT // 4):
            x = point(chance)
            if name in ('lgamma', 'digamma') and x < -1e6:
                continue  # where the reflection takes long
            yield name, [x], function(mpf(x)) if holds(x) else None
    for name, function in TWO.items():
        for _ in range(COUNT):
            x, y = point(chance), point(chance)
            if name == '^':
                # Of a size that a double has, mostly.
                x = abs(x)
                y = max(-1e3, min(1e3, y)) if chance.randrange(4) else chance.choice([-1, 1]) * chance.random() * 700 / max(abs(math.log(x)), 1e-300)
                if not math.isfinite(y) or abs(y) > 1e18 or abs(y) < 1e-300:
                    continue
                with mp.workdps(60):
                    size = y * log(mpf(x))
                    value = mpf(0) if size < -800 else mpf('inf') if size > 800 else exp(size)
                yield name, [x, y], value
            else:
                yield name, [x, y], with_more(function)(mpf(x), mpf(y))


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'kernels.tsv.gz')
    with open(path, 'wb') as raw, gzip.GzipFile('', 'wb', 9, raw, mtime=0) as table:
        table.write(b'function\targuments\tvalue\n')
        for name, arguments, value in rows():
            text = 'none' if value is None else nstr(value, 22)
            table.write(f"{name}\t{' '.join(a.hex() for a in arguments)}\t{text}\n".encode())


main()
