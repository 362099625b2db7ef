#!/usr/bin/env python3
"""Reference values of every function of the catalogue with 330 digits, for the balls of numbers.

Writes balls.tsv beside this script: a function, its arguments as fractions, and the value (a whole number and a power of ten), or
"undefined". The tests read the table; they need neither Python nor mpmath. To make it anew: pip install mpmath && python3 balls.py
"""
import os
from fractions import Fraction as F

from mpmath import acos, asin, atan, atan2, cos, cosh, erf, erfc, exp, fabs, floor, gamma, log, loggamma, mp, mpf, pi, psi, re, sign, sin, sinh, sqrt, tan, taylor

DIGITS = 330
mp.dps = 700  # enough for what cancels at the points below

TINY = [F(1e-300), F(-1e-300), F(5e-324), F(1e-20), F(-3e-5)]
SMALL = [F(0), F(1, 10), F(-1, 3), F(1, 2), F(-1, 2), F(0.7), F(-0.9)]
PLAIN = [F(1), F(-1), F(3, 2), F(-9, 4), F(2), F(3), F(-22, 7), F(-5), F(7.7), F(10), F(-20.5), F(33)]
LARGE = [F(100), F(-100.25), F(700.3), F(-800), F(1234.5)]
HUGE = [F(10**10), F(-10**15), F(1e22), F(1e300), F(-1e300)]
EDGES = [1 + F(1, 2**50), 1 - F(1, 2**53), -1 + F(1, 2**60), -1 - F(1, 2**40), F(3.141592653589793), F(1.5707963267948966), F(6.283185307179586), F(5, 2), F(-3)]
MOST = TINY + SMALL + PLAIN + LARGE + EDGES
ALL = MOST + HUGE
# Poles, zeros and the numbers between.
GAMMA = TINY + SMALL + PLAIN + EDGES + [F(100), F(-100.25), F(1.4616321449683623), F(-2.4570247382208006), F(-2.747682646727412), F(-20.000000000000004), F(171), F(170.625), 2 - F(1, 2**52)]
ORDERS = [F(1e-300), F(-1e-20), F(1, 10), F(1), F(-1, 3), F(-1), F(5, 2), F(-7.7), F(30.5), F(12345.678)]


def near_zero(function, order):
    """A function of x, near 0 by its Taylor polynomial: the formula would lose its digits there."""
    coefficients = taylor(function, 0, order)
    return lambda x: function(x) if fabs(x) > mpf(10)**-60 else sum(c * x**k for k, c in enumerate(coefficients))


def outside(x, value):
    return None if fabs(x) < 1 else value(fabs(x))


def log_of(x):
    return log(x) if x > 0 else None


def acosh_of_one_plus(t):
    return None if t < 0 else log(1 + t + sqrt(t * (t + 2)))


def pole(x):
    return x <= 0 and x == floor(x)


def log_gamma(x):
    return None if pole(x) else mpf(0) if x in (1, 2) else re(loggamma(x)) if x > 0 else log(fabs(gamma(x)))


def sigmoid(x):
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def softplus(x):
    return max(x, mpf(0)) + log1p(exp(-fabs(x)))


def power(u, v):
    if v == 0:
        return mpf(1)
    if u == 0:
        return mpf(0) if v > 0 else None
    if v == floor(v):
        return u**int(v)
    return None if u < 0 else exp(v * log(u))


def real_power(u, p, q):
    if u == 0:
        return mpf(0) if p > 0 else None
    size = exp(log(fabs(u)) * p / q)
    return -size if u < 0 and p % 2 else size


def root(x, n):
    return None if n == 0 else real_power(x, sign(n), fabs(n)) if n == floor(n) and n % 2 else power(x, 1 / n)


def sinc_derivative(n, x):
    n = int(n)
    if x == 0:
        return mpf(0) if n % 2 else mpf((-1)**(n // 2)) / (n + 1)
    if fabs(x) > 500:
        sines, value = [sin(x), cos(x), -sin(x), -cos(x)], sin(x) / x
        for k in range(1, n + 1):
            value = (sines[k % 4] - k * value) / x
        return value
    i, total = n % 2, mpf(0)
    term = x**i
    while i < 2 * fabs(x) or fabs(term) > mpf(10)**-mp.dps * fabs(x)**(n % 2):
        total += (1 if (i + n) % 4 == 0 else -1) * term / (i + n + 1)
        term *= x * x / ((i + 1) * (i + 2))
        i += 2
    return total


log1p = near_zero(lambda x: log(1 + x), 20)
expm1 = near_zero(lambda x: exp(x) - 1, 20)
sinh_near = near_zero(sinh, 20)
asinh = near_zero(lambda x: sign(x) * log(fabs(x) + sqrt(x * x + 1)) if fabs(x) > 1 else log(x + sqrt(x * x + 1)), 20)
atanh_inside = near_zero(lambda x: log((1 + x) / (1 - x)) / 2, 20)
SELU, SELU_ALPHA = mpf('1.0507009873554805'), mpf('1.7580993408473768')


def tanh(x):
    return sign(x) * -expm1(-2 * fabs(x)) / (2 + expm1(-2 * fabs(x)))


def atanh(x):
    return None if fabs(x) >= 1 else atanh_inside(x)


UNARY = {
    'sqrt': (lambda x: None if x < 0 else sqrt(x), ALL), 'cbrt': (lambda x: real_power(x, mpf(1), 3), ALL),
    'exp': (exp, MOST), 'exp2': (lambda x: mpf(2)**x, MOST), 'expm1': (expm1, MOST),
    'log': (log_of, ALL), 'log2': (lambda x: log(x) / log(2) if x > 0 else None, ALL), 'log10': (lambda x: log(x) / log(10) if x > 0 else None, ALL),
    'log1p': (lambda x: None if x <= -1 else log1p(x), ALL),
    'sin': (sin, ALL), 'cos': (cos, ALL), 'tan': (tan, ALL), 'sec': (lambda x: 1 / cos(x), ALL),
    'csc': (lambda x: 1 / sin(x) if x else None, ALL), 'cot': (lambda x: cos(x) / sin(x) if x else None, ALL),
    'asin': (lambda x: asin(x) if fabs(x) <= 1 else None, MOST), 'acos': (lambda x: 2 * atan2(sqrt(1 - x), sqrt(1 + x)) if fabs(x) <= 1 else None, MOST), 'atan': (atan, ALL),
    'asec': (lambda x: outside(x, lambda s: atan(sqrt((s - 1) * (s + 1))) if x > 0 else pi - atan(sqrt((s - 1) * (s + 1)))), ALL),
    'acsc': (lambda x: outside(x, lambda s: sign(x) * atan2(1, sqrt((s - 1) * (s + 1)))), ALL), 'acot': (lambda x: atan(1 / x) if x else pi / 2, ALL),
    'sinh': (sinh_near, MOST), 'cosh': (cosh, MOST), 'tanh': (tanh, ALL), 'sech': (lambda x: 1 / cosh(x), MOST),
    'csch': (lambda x: 1 / sinh_near(x) if x else None, MOST), 'coth': (lambda x: 1 / tanh(x) if x else None, ALL),
    'asinh': (asinh, ALL), 'acosh': (lambda x: acosh_of_one_plus(x - 1), ALL), 'atanh': (atanh, MOST),
    'asech': (lambda x: acosh_of_one_plus((1 - x) / x) if 0 < x <= 1 else None, MOST), 'acsch': (lambda x: asinh(1 / x) if x else None, ALL),
    'acoth': (lambda x: atanh(1 / x) if fabs(x) > 1 else None, ALL), 'sinc': (lambda x: sin(x) / x if x else mpf(1), ALL),
    'abs': (fabs, MOST), 'sign': (sign, MOST), 'step': (lambda x: mpf(x > 0), MOST), 'relu': (lambda x: max(x, mpf(0)), MOST),
    'floor': (floor, MOST), 'ceil': (lambda x: -floor(-x), MOST), 'reciprocal_or_zero': (lambda x: 1 / x if x else x, MOST),
    'gamma': (lambda x: None if pole(x) else gamma(x), GAMMA), 'factorial': (lambda x: None if pole(x + 1) else gamma(x + 1), GAMMA), 'lgamma': (log_gamma, GAMMA + [F(10**10)]),
    'digamma': (lambda x: None if pole(x) else psi(0, x), GAMMA + [F(10**10)]), 'trigamma': (lambda x: None if pole(x) else psi(1, x), GAMMA + [F(10**10)]),
    'erf': (erf, TINY + SMALL + PLAIN + EDGES + [F(100), F(-100.25), F(1e22)]), 'erfc': (erfc, TINY + SMALL + PLAIN + EDGES + [F(26.5), F(30), F(40), F(-100.25)]),
    'sigmoid': (sigmoid, MOST), 'logit': (lambda x: log(x / (1 - x)) if 0 < x < 1 else None, MOST),
    'softplus': (softplus, MOST), 'softsign': (lambda x: x / (1 + fabs(x)), ALL), 'gelu': (lambda x: x * erfc(-x / sqrt(mpf(2))) / 2, TINY + SMALL + PLAIN + EDGES + [F(-30), F(-37), F(100)]),
    'gelu_tanh': (lambda x: x * sigmoid(sqrt(8 / pi) * (x + mpf('0.044715') * x**3)), TINY + SMALL + PLAIN + EDGES + [F(-30)]),
    'silu': (lambda x: x * sigmoid(x), MOST), 'mish': (lambda x: x * tanh(softplus(x)), MOST),
    'selu': (lambda x: SELU * x if x > 0 else SELU_ALPHA * expm1(x), MOST),
    'hard_sigmoid': (lambda x: min(max(x / 6 + mpf(1) / 2, mpf(0)), mpf(1)), MOST), 'hard_tanh': (lambda x: min(max(x, mpf(-1)), mpf(1)), MOST),
    'elu': (lambda x: x if x > 0 else expm1(x), MOST), 'leaky_relu': (lambda x: x if x > 0 else x / 100, MOST),
    'round': (lambda x: mpf(round(F(int(x * 2**80), 2**80))), [F(1, 2), F(-1, 2), F(3, 2), F(5, 2), F(-5, 2), F(7.7), F(-0.25), F(10**20), F(0), F(1e-300)]),
}

BASES = [F(0), F(1e-300), F(1, 2), F(4, 9), F(-1), F(1), F(-9, 4), F(2), F(-7.7), F(1e22), 1 + F(1, 2**50)]
EXPONENTS = [F(0), F(1), F(-1), F(2), F(-3), F(1, 2), F(-1, 2), F(1, 3), F(7.25), F(64), F(-65), F(1e-10)]
PAIRS = [F(0), F(1e-20), F(-1, 2), F(1, 3), F(1), F(-1), F(5, 2), F(-7.7), F(100.5), F(-1e22)]
BINARY = {
    '^': (power, BASES, EXPONENTS), 'root': (root, BASES, [F(1), F(2), F(3), F(-5), F(4), F(0), F(5, 2)]),
    'mod': (lambda x, m: x - m * floor(x / m) if m else None, PAIRS, PAIRS), 'atan2': (lambda y, x: atan2(y, x) if x or y else mpf(0), PAIRS, PAIRS),
    'hypot': (lambda x, y: sqrt(x * x + y * y), PAIRS, PAIRS), 'min': (min, PAIRS, PAIRS[:4]), 'max': (max, PAIRS, PAIRS[:4]),
    'polygamma': (lambda n, x: None if pole(x) else psi(int(n), x), [F(2), F(3), F(8)], ORDERS), 'sinc_derivative': (sinc_derivative, [F(1), F(2), F(5), F(12)], ORDERS),
    'elu': (lambda x, alpha: x if x > 0 else alpha * expm1(x), PAIRS[:-1], PAIRS[:4]), 'leaky_relu': (lambda x, slope: x if x > 0 else slope * x, PAIRS, PAIRS[:4]),
    '<': (lambda a, b: mpf(a < b), PAIRS[:5], PAIRS[:5]), '<=': (lambda a, b: mpf(a <= b), PAIRS[:5], PAIRS[:5]), '==': (lambda a, b: mpf(a == b), PAIRS[:5], PAIRS[:5]),
    '!=': (lambda a, b: mpf(a != b), PAIRS[:5], PAIRS[:5]),
    'largest_share': (lambda a, b: mpf(a > b) + mpf(a == b) / 2, PAIRS[:5], PAIRS[:5]),
}
TERNARY = {
    'clip': (lambda x, low, high: min(max(x, low), high), [(x, F(-1), F(2)) for x in PAIRS]),
    '^(p/q)': (real_power, [(x, F(p), F(q)) for x in BASES for p, q in ((1, 3), (-2, 3), (4, 5), (-1, 7))]),
    'if': (lambda c, a, b: a if c else b, [(c, F(2), F(3)) for c in (F(0), F(1), F(-1, 2))]),
}


def number(fraction):
    return mpf(fraction.numerator) / fraction.denominator


def written(value):
    if value is None:
        return 'undefined'
    if value == 0:
        return '0e0'
    mantissa, _, exponent = mp.nstr(value, DIGITS, min_fixed=1, max_fixed=0, strip_zeros=True).partition('e')
    whole, _, digits = mantissa.partition('.')
    return f'{whole}{digits}e{int(exponent or 0) - len(digits)}'


def main():
    calls = [(name, function, (x,)) for name, (function, points) in UNARY.items() for x in points]
    calls += [(name, function, (x, y)) for name, (function, left, right) in BINARY.items() for x in left for y in right]
    calls += [(name, function, arguments) for name, (function, tuples) in TERNARY.items() for arguments in tuples]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'balls.tsv')
    with open(path, 'w', encoding='utf-8') as table:
        table.write('function\targuments\tvalue\n')
        for name, function, arguments in calls:
            spelled = ' '.join(f'{a.numerator}/{a.denominator}' for a in arguments)
            table.write(f'{name}\t{spelled}\t{written(function(*map(number, arguments)))}\n')


main()
