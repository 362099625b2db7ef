#!/usr/bin/env python3
"""Reference values of every function of the catalogue, computed with 60 digits.

Writes functions.tsv beside this script: a definition in x, a point, and there the value and the first three derivatives.
The tests read the table; they need neither Python nor mpmath. To make it anew: pip install mpmath && python3 functions.py
"""
import os

from mpmath import (acos, acosh, acoth, acsc, acsch, asec, asech, asin, asinh, atan, atan2, atanh, ceil, cos, cosh, cot, coth, csc, csch, diff, erf, erfc, exp, expm1, fabs, floor, gamma, hypot, isfinite, log, log1p, loggamma, mp, mpf,
                    nint, nstr, pi, psi, re, root, sec, sech, sign, sin, sinh, sqrt, tan, tanh)

mp.dps = 60

NEAR = [-1e-10, 1e-10, -1e-3, 1e-3]
PLAIN = [-3.3, -1.5, -0.7, 0.4, 0.9, 2.25, 7.5]
FAR = [-800.0, 800.0]
ALL = NEAR + PLAIN + FAR
POSITIVE = [1e-12, 1e-3, 0.25, 0.5, 0.875, 1.0000001, 1.5, 2.75, 10.0, 30.5, 800.0]
INSIDE = [-0.9999999, -0.99, -0.5, -1e-10, 1e-10, 1e-3, 0.3, 0.75, 0.99, 0.9999999]
OUTSIDE = [-800.0, -30.0, -2.5, -1.01, -1.0000001, 1.0000001, 1.01, 1.3, 4.0, 800.0]
GAMMA = [-20.5, -4.7, -2.3, -1.0001, -0.5, 1e-10, 1e-3, 0.3, 0.9999, 1.0001, 1.4616, 1.9999, 2.6, 5.5, 11.9, 12.1, 42.3, 160.7]


def sinc(x):
    return sin(x) / x


def softplus(x):
    return log1p(exp(x))


def sigmoid(x):
    return 1 / (1 + exp(-x))


def real_root(x, n):
    return sign(x) * root(fabs(x), n)


def log_gamma(x):
    return re(loggamma(x)) if x > 0 else log(fabs(gamma(x)))


def normal(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def gelu_tanh(x):
    return x * sigmoid(sqrt(8 / pi) * (x + mpf('0.044715') * x**3))


SELU, SELU_ALPHA = mpf('1.0507009873554804934193349852946'), mpf('1.6732632423543772848170429916717')

ROWS = {
    'sqrt(x)': (sqrt, POSITIVE), 'cbrt(x)': (lambda x: real_root(x, 3), [-800.0, -8.5, -1.0, -1e-3, 1e-3, 0.5, 27.0, 800.0]),
    'root(x, 5)': (lambda x: real_root(x, 5), [-800.0, -8.5, -1.0, -1e-3, 1e-3, 0.5, 27.0, 800.0]), 'root(x, 4)': (lambda x: root(x, 4), POSITIVE),
    'exp(x)': (exp, ALL), 'exp2(x)': (lambda x: mpf(2)**x, ALL), 'expm1(x)': (expm1, ALL),
    'log(x)': (log, POSITIVE), 'log2(x)': (lambda x: log(x, 2), POSITIVE), 'log10(x)': (lambda x: log(x, 10), POSITIVE), 'log(x, 3)': (lambda x: log(x, 3), POSITIVE),
    'log1p(x)': (log1p, [-0.9999999, -0.75, -0.3] + NEAR + [0.4, 2.25, 800.0, 1e10]),
    'sin(x)': (sin, ALL), 'cos(x)': (cos, ALL), 'tan(x)': (tan, ALL), 'sec(x)': (sec, ALL), 'csc(x)': (csc, ALL), 'cot(x)': (cot, ALL),
    'asin(x)': (asin, INSIDE), 'acos(x)': (acos, INSIDE), 'atan(x)': (atan, ALL),
    'asec(x)': (asec, OUTSIDE), 'acsc(x)': (acsc, OUTSIDE), 'acot(x)': (lambda x: atan(1 / x), ALL),
    'atan2(x, 2)': (lambda x: atan2(x, mpf(2)), ALL), 'atan2(-3, x)': (lambda x: atan2(mpf(-3), x), ALL), 'atan2(x, -2)': (lambda x: atan2(x, mpf(-2)), ALL),
    'sinh(x)': (sinh, ALL), 'cosh(x)': (cosh, ALL), 'tanh(x)': (tanh, ALL), 'sech(x)': (sech, ALL), 'csch(x)': (csch, ALL), 'coth(x)': (coth, ALL),
    'asinh(x)': (asinh, ALL), 'acosh(x)': (acosh, [p for p in OUTSIDE if p > 0] + [1.5, 2.0, 1e10]), 'atanh(x)': (atanh, INSIDE),
    'asech(x)': (asech, [p for p in INSIDE if p > 0] + [0.49, 0.51]), 'acsch(x)': (acsch, ALL), 'acoth(x)': (acoth, OUTSIDE),
    'sinc(x)': (sinc, ALL + [20.0, 3.14159]),
    'abs(x)': (fabs, ALL), 'sign(x)': (sign, ALL), 'floor(x)': (floor, ALL), 'ceil(x)': (ceil, ALL), 'round(x)': (nint, ALL), 'step(x)': (lambda x: mpf(x > 0), ALL),
    'mod(x, 3)': (lambda x: x - 3 * floor(x / 3), ALL), 'mod(x, -3)': (lambda x: x + 3 * floor(-x / 3), ALL),
    'min(x, 1)': (lambda x: min(x, mpf(1)), ALL), 'max(x, 1)': (lambda x: max(x, mpf(1)), ALL), 'clip(x, -1, 2)': (lambda x: min(max(x, mpf(-1)), mpf(2)), ALL),
    'hypot(x, 2)': (lambda x: hypot(x, 2), ALL),
    'x!': (lambda x: gamma(x + 1), [p - 1 for p in GAMMA if abs(p) > 0.1]), 'gamma(x)': (gamma, GAMMA + [-800.5]), 'lgamma(x)': (log_gamma, GAMMA + [800.0, 1e10]),
    'digamma(x)': (lambda x: psi(0, x), GAMMA + [800.0, -800.3]), 'trigamma(x)': (lambda x: psi(1, x), GAMMA + [800.0, -800.3]),
    'polygamma(2, x)': (lambda x: psi(2, x), GAMMA + [800.0, -800.3]), 'polygamma(7, x)': (lambda x: psi(7, x), GAMMA + [800.0]),
    'erf(x)': (erf, ALL + [0.7499, 0.7501, 30.0]), 'erfc(x)': (erfc, ALL + [0.4999, 0.5001, 5.0, 20.0, 26.0]),
    'sigmoid(x)': (sigmoid, ALL), 'logit(x)': (lambda x: log(x / (1 - x)), [1e-12, 1e-3, 0.2499, 0.2501, 0.4999, 0.5001, 0.7499, 0.7501, 0.99, 0.9999999]),
    'relu(x)': (lambda x: max(x, mpf(0)), ALL), 'leaky_relu(x)': (lambda x: x if x > 0 else x / 100, ALL), 'leaky_relu(x, 0.3)': (lambda x: x if x > 0 else x * 3 / 10, ALL),
    'elu(x)': (lambda x: x if x > 0 else expm1(x), ALL), 'elu(x, 2)': (lambda x: x if x > 0 else 2 * expm1(x), ALL),
    'selu(x)': (lambda x: SELU * x if x > 0 else SELU * SELU_ALPHA * expm1(x), ALL),
    'softplus(x)': (softplus, ALL), 'softsign(x)': (lambda x: x / (1 + fabs(x)), ALL),
    'gelu(x)': (lambda x: x * normal(x), ALL), 'gelu_tanh(x)': (gelu_tanh, ALL), 'silu(x)': (lambda x: x * sigmoid(x), ALL), 'mish(x)': (lambda x: x * tanh(softplus(x)), ALL),
    'hard_sigmoid(x)': (lambda x: min(max(x / 6 + mpf(1) / 2, mpf(0)), mpf(1)), ALL), 'hard_tanh(x)': (lambda x: min(max(x, mpf(-1)), mpf(1)), ALL),
    'if(x > 0, x^2, -x)': (lambda x: x * x if x > 0 else -x, ALL),
    'piecewise(x < -1, exp(x), x < 1, x^3, 2)': (lambda x: exp(x) if x < -1 else x**3 if x < 1 else mpf(2), ALL),
}


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'functions.tsv')
    with open(path, 'w', encoding='utf-8') as table:
        table.write('definition\tx\tvalue\tfirst\tsecond\tthird\n')
        for definition, (function, points) in ROWS.items():
            for point in points:
                x = mpf(point)
                with_derivatives = [function(x)] + [diff(function, x, n) for n in (1, 2, 3)]
                for n in (1, 2, 3):
                    # What is left of a derivative that vanishes.
                    if fabs(with_derivatives[n]) < mpf(10)**-50 * fabs(with_derivatives[n - 1]):
                        with_derivatives[n] = mpf(0)
                if not all(isfinite(number) for number in with_derivatives):
                    raise ValueError(f'{definition} at {point}')
                table.write('\t'.join([definition, repr(point)] + [nstr(number, 20) for number in with_derivatives]) + '\n')


main()
