#!/usr/bin/env python3
"""Values and derivatives at points where doubles lose digits, computed with 400 digits.

Writes cancellation.tsv beside this script: a definition in x, a point as a decimal, the order of the derivative, and its value to 30 digits.
Every function of the catalogue is there as a difference of two nearly equal values, and some fifty formulas that cancel, each with several
insides. The tests read the table; they need neither Python nor mpmath. To make it anew: pip install mpmath && python3 cancellation.py
"""
import os
import random
import re
from math import comb

from mpmath import (acos, asin, asinh, atan, cos, cosh, diff, erf, erfc, exp, expm1, fabs, gamma, isfinite, log, log1p, mp, mpc, mpf, nstr, pi, psi, sin, sinh, sqrt, tan, tanh)

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS_WANTED = 5_000
random.seed(20_240_229)

# The functions of the catalogue, from the script beside this one, without running it.
source = open(os.path.join(HERE, 'functions.py'), encoding='utf-8').read().rsplit('\nmain()', 1)[0]
catalogue = {'__file__': os.path.join(HERE, 'functions.py')}
exec(compile(source, 'functions.py', 'exec'), catalogue)
mp.dps = 400

SMALL = {
    '(1 - cos(u))/u^2': lambda u: (1 - cos(u)) / u**2,
    '(exp(u) - 1 - u)/u^2': lambda u: (exp(u) - 1 - u) / u**2,
    '(u - sin(u))/u^3': lambda u: (u - sin(u)) / u**3,
    '(tan(u) - u)/u^3': lambda u: (tan(u) - u) / u**3,
    '(sinh(u) - u)/u^3': lambda u: (sinh(u) - u) / u**3,
    'log(1 + u) - u': lambda u: log1p(u) - u,
    'sqrt(1 + u) - 1 - u/2': lambda u: sqrt(1 + u) - 1 - u / 2,
    '1/sin(u) - 1/u': lambda u: 1 / sin(u) - 1 / u,
    '1/tanh(u) - 1/u': lambda u: 1 / tanh(u) - 1 / u,
    '1/(exp(u) - 1) - 1/u': lambda u: 1 / expm1(u) - 1 / u,
    'erf(u) - 2*u/sqrt(pi)': lambda u: erf(u) - 2 * u / sqrt(pi),
    'log(cosh(u))': lambda u: log(cosh(u)),
    'atan(u) - sin(u)': lambda u: atan(u) - sin(u),
    'asin(u) - tan(u)': lambda u: asin(u) - tan(u),
    'exp(u)*cos(u) - 1 - u': lambda u: exp(u) * cos(u) - 1 - u,
    '(1 + u)^(1/3) - 1': lambda u: (1 + u)**(mpf(1) / 3) - 1,
    'cosh(u) - cos(u)': lambda u: cosh(u) - cos(u),
    'gamma(1 + u) - 1': lambda u: gamma(1 + u) - 1,
    'lgamma(2 + u)': lambda u: log(gamma(2 + u)),
    'digamma(1 + u) - digamma(1)': lambda u: psi(0, 1 + u) - psi(0, 1),
    'sigmoid(u) - 1/2 - u/4': lambda u: 1 / (1 + exp(-u)) - mpf(1) / 2 - u / 4,
    'softplus(u) - log(2) - u/2': lambda u: log1p(exp(u)) - log(2) - u / 2,
    'tanh(u) - u + u^3/3': lambda u: tanh(u) - u + u**3 / 3,
    'asinh(u) - sinh(u)': lambda u: asinh(u) - sinh(u),
    'sinc(u) - cos(u)': lambda u: sin(u) / u - cos(u),
    'gelu(u) - u/2': lambda u: u * erf(u / sqrt(mpf(2))) / 2,
    'silu(u) - u/2': lambda u: u / (1 + exp(-u)) - u / 2,
    'erfc(u) + erf(2*u) - 1 - 2*u/sqrt(pi)': lambda u: erfc(u) + erf(2 * u) - 1 - 2 * u / sqrt(pi),
    'exp2(u) - 1 - u*log(2)': lambda u: mpf(2)**u - 1 - u * log(2),
    'sin(pi + u) + u': lambda u: sin(pi + u) + u,
    'cos(pi/2 + u) + sin(u) + u^5': lambda u: u**5,
    '((1 + u)^7 - 1)/u - 7': lambda u: ((1 + u)**7 - 1) / u - 7,
    '1 + 3*u + 3*u^2 + u^3 - (1 + 3*u)': lambda u: 3 * u**2 + u**3,
    'sqrt(4 + u) - sqrt(4 - u)': lambda u: sqrt(4 + u) - sqrt(4 - u),
    'acos(1 - u^2)': lambda u: acos(1 - u**2),
}
LARGE = {
    'sqrt(u^2 + 1) - u': lambda u: sqrt(u**2 + 1) - u,
    'log(u + 1) - log(u)': lambda u: log(u + 1) - log(u),
    'atan(u + 1) - atan(u)': lambda u: atan(u + 1) - atan(u),
    'sqrt(u + 1) - sqrt(u)': lambda u: sqrt(u + 1) - sqrt(u),
    '(u + 1)^(1/3) - u^(1/3)': lambda u: (u + 1)**(mpf(1) / 3) - u**(mpf(1) / 3),
    'asinh(u) - log(2*u)': lambda u: asinh(u) - log(2 * u),
    'u*log(1 + 1/u) - 1': lambda u: u * log1p(1 / u) - 1,
    '1/u - 1/(u + 1)': lambda u: 1 / u - 1 / (u + 1),
    'u - u^2/(u + 1) - 1': lambda u: u - u**2 / (u + 1) - 1,
    'digamma(u) - log(u)': lambda u: psi(0, u) - log(u),
    'pi/2 - atan(u)': lambda u: pi / 2 - atan(u),
}
STEEP = {
    'tanh(u) - 1': lambda u: tanh(u) - 1,
    '1 - erf(u)': lambda u: erfc(u),
    'softplus(u) - u': lambda u: log1p(exp(-u)),
    'sigmoid(u) - 1': lambda u: -1 / (1 + exp(u)),
    'u - log(exp(u) - 1)': lambda u: -log1p(-exp(-u)),
    'cosh(u) - sinh(u)': lambda u: exp(-u),
    'log(exp(u) + exp(2*u)) - 2*u': lambda u: log1p(exp(-u)),
    'exp(3*u)/(exp(3*u) + exp(u)) - 1': lambda u: -1 / (1 + exp(2 * u)),
    'gelu(u) - u': lambda u: -u * erfc(u / sqrt(mpf(2))) / 2,
    'silu(u) - u': lambda u: -u / (1 + exp(u)),
}
INSIDES = {
    'x': lambda x: x, '2*x': lambda x: 2 * x, 'x/3': lambda x: x / 3, 'x + x^2': lambda x: x + x**2, '1.1*x': lambda x: mpf('1.1') * x,
    'x*exp(-x)': lambda x: x * exp(-x), 'sin(x)': sin, 'log1p(x)': log1p, 'x/(1 + x)': lambda x: x / (1 + x), 'sqrt(x)': sqrt,
}


def decimal(low, high):
    """A decimal of a few digits with an exponent between two bounds."""
    digits = random.choice([1, 2, 3, 5, 9])
    return f'{round(random.uniform(1, 9.9), digits)}e{random.randint(low, high)}'


def near(point, exponent):
    """A point moved by a few units of a small power of ten."""
    return repr(float(point)) if exponent is None else nstr(mpf(repr(float(point))) + mpf(random.randint(1, 9)) * mpf(10)**exponent, 17, strip_zeros=True)


def formulas():
    for group, insides, low, high in ((SMALL, list(INSIDES), -9, -1), (LARGE, ['x', '2*x', 'x/3', 'x + x^2', '1.1*x'], 2, 9), (STEEP, ['x', '2*x', 'x/3', '1.1*x'], 0, 1)):
        for text, function in group.items():
            for inside in insides:
                if inside == 'sqrt(x)' and 'acos' in text:
                    continue
                u = INSIDES[inside]
                yield re.sub(r'\bu\b', f'({inside})', text), (lambda x, f=function, g=u: f(g(x))), decimal(low, high)
    for text, function in catalogue['ROWS'].items():
        for point in random.sample(catalogue['ROWS'][text][1], min(8, len(catalogue['ROWS'][text][1]))):
            step = f'1e-{random.randint(6, 11)}'
            moved = re.sub(r'\bx\b', f'(x + {step})', text)
            size = float(abs(point))
            if not 1e-4 < size < 1e3:
                continue
            yield f'{moved} - {text}', (lambda x, f=function[0], h=step: f(x + mpf(h)) - f(x)), repr(float(point))
    # Polynomials multiplied out, next to their roots.
    for degree in (3, 5, 7):
        for root in ('0.5', '1', '2', '0.1'):
            r = mpf(root)
            terms = ' + '.join(f'{comb(degree, k)}*(-{root})^{degree - k}*x^{k}' for k in range(degree + 1))
            yield terms, (lambda x, d=degree, r=r: (x - r)**d), near(root, random.randint(-6, -2))


def main():
    rows, seen = [], set()
    while len(rows) < ROWS_WANTED:
        for text, function, point in formulas():
            order = random.choice([0, 0, 1, 1, 2])
            if (text, point, order) in seen:
                continue
            seen.add((text, point, order))
            try:
                x = mpf(point)
                value = function(x) if order == 0 else diff(function, x, order)
            except (ValueError, ZeroDivisionError, OverflowError):
                continue
            if isinstance(value, mpc):
                continue
            if not isfinite(value) or (value != 0 and not (fabs(value) < mpf(10)**-330 or mpf(10)**-290 < fabs(value) < mpf(10)**150)):
                continue
            if fabs(value) < mpf(10)**-330:
                value = mpf(0)
            rows.append('\t'.join([text, point, str(order), nstr(value, 30)]))
            if len(rows) == ROWS_WANTED:
                break
    with open(os.path.join(HERE, 'cancellation.tsv'), 'w', encoding='utf-8') as table:
        table.write('definition\tx\torder\tvalue\n' + '\n'.join(rows) + '\n')


main()
