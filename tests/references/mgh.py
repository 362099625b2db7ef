#!/usr/bin/env python3
"""The test problems of Moré, Garbow and Hillstrom, written from the definitions of the paper (Testing Unconstrained Optimization
Software, ACM Transactions on Mathematical Software 7, 1981), residual by residual.

Writes mgh.tsv beside this script: number, name, n, m, the sum of squares at the standard start, and at minima and other stationary points, each
found with 50 digits from near the point that is known and compared with the value that the paper prints. The tests read the table; they need
neither Python nor mpmath. To make it anew: pip install mpmath && python3 mgh.py
"""
import os

from mpmath import atan, cos, exp, fabs, log, lu_solve, matrix, mp, mpf, nstr, pi, sin, sqrt

mp.dps = 50


def numbers(text):
    return [mpf(each) for each in text.split()]


BARD = numbers(".14 .18 .22 .25 .29 .32 .35 .39 .37 .58 .73 .96 1.34 2.10 4.39")
GAUSS = numbers(".0009 .0044 .0175 .0540 .1295 .2420 .3521 .3989 .3521 .2420 .1295 .0540 .0175 .0044 .0009")
MEYER = numbers("34780 28610 23650 19630 16370 13720 11540 9744 8261 7030 6005 5147 4427 3820 3307 2872")
KOWALIK_Y = numbers(".1957 .1947 .1735 .1600 .0844 .0627 .0456 .0342 .0323 .0235 .0246")
KOWALIK_U = numbers("4 2 1 .5 .25 .167 .125 .1 .0833 .0714 .0625")
OSBORNE1 = numbers(""".844 .908 .932 .936 .925 .908 .881 .850 .818 .784 .751 .718 .685 .658 .628 .603 .580 .558 .538 .522 .506 .490 .478
    .467 .457 .448 .438 .431 .424 .420 .414 .411 .406""")
OSBORNE2 = numbers("""1.366 1.191 1.112 1.013 .991 .885 .831 .847 .786 .725 .746 .679 .608 .655 .616 .606 .602 .626 .651 .724 .649 .649
    .694 .644 .624 .661 .612 .558 .533 .495 .500 .423 .395 .375 .372 .391 .396 .405 .428 .429 .523 .562 .607 .653 .672 .708 .633 .668
    .645 .632 .591 .559 .597 .625 .739 .710 .729 .720 .636 .581 .428 .292 .162 .098 .054""")


def rosenbrock(x):
    return [10 * (x[1] - x[0] ** 2), 1 - x[0]]


def freudenstein_roth(x):
    return [-13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]]


def powell_badly_scaled(x):
    return [mpf(10) ** 4 * x[0] * x[1] - 1, exp(-x[0]) + exp(-x[1]) - mpf("1.0001")]


def brown_badly_scaled(x):
    return [x[0] - mpf(10) ** 6, x[1] - 2 * mpf(10) ** -6, x[0] * x[1] - 2]


def beale(x):
    return [y - x[0] * (1 - x[1] ** i) for i, y in enumerate(numbers("1.5 2.25 2.625"), 1)]


def jennrich_sampson(x):
    return [2 + 2 * i - (exp(i * x[0]) + exp(i * x[1])) for i in range(1, 11)]


def helical_valley(x):
    theta = atan(x[1] / x[0]) / (2 * pi) + (mpf("0.5") if x[0] < 0 else 0)
    return [10 * (x[2] - 10 * theta), 10 * (sqrt(x[0] ** 2 + x[1] ** 2) - 1), x[2]]


def bard(x):
    return [BARD[i - 1] - (x[0] + i / ((16 - i) * x[1] + min(i, 16 - i) * x[2])) for i in range(1, 16)]


def gaussian(x):
    return [x[0] * exp(-x[1] * (mpf(8 - i) / 2 - x[2]) ** 2 / 2) - GAUSS[i - 1] for i in range(1, 16)]


def meyer(x):
    return [x[0] * exp(x[1] / (45 + 5 * i + x[2])) - MEYER[i - 1] for i in range(1, 17)]


def gulf(x):
    # With y_i - x2 in place of the paper's y_i m i x2, a misprint that the codes of its authors do not have.
    t = [mpf(i) / 100 for i in range(1, 100)]
    return [exp(-fabs(25 + (-50 * log(ti)) ** (mpf(2) / 3) - x[1]) ** x[2] / x[0]) - ti for ti in t]


def box(x):
    t = [mpf(i) / 10 for i in range(1, 11)]
    return [exp(-ti * x[0]) - exp(-ti * x[1]) - x[2] * (exp(-ti) - exp(-10 * ti)) for ti in t]


def powell_singular(x):
    return [x[0] + 10 * x[1], sqrt(mpf(5)) * (x[2] - x[3]), (x[1] - 2 * x[2]) ** 2, sqrt(mpf(10)) * (x[0] - x[3]) ** 2]


def wood(x):
    return [10 * (x[1] - x[0] ** 2), 1 - x[0], sqrt(mpf(90)) * (x[3] - x[2] ** 2), 1 - x[2], sqrt(mpf(10)) * (x[1] + x[3] - 2), (x[1] - x[3]) / sqrt(mpf(10))]


def kowalik_osborne(x):
    return [y - x[0] * (u ** 2 + u * x[1]) / (u ** 2 + u * x[2] + x[3]) for y, u in zip(KOWALIK_Y, KOWALIK_U)]


def brown_dennis(x):
    t = [mpf(i) / 5 for i in range(1, 21)]
    return [(x[0] + ti * x[1] - exp(ti)) ** 2 + (x[2] + x[3] * sin(ti) - cos(ti)) ** 2 for ti in t]


def osborne1(x):
    return [OSBORNE1[i] - (x[0] + x[1] * exp(-10 * i * x[3]) + x[2] * exp(-10 * i * x[4])) for i in range(33)]


def biggs(x):
    t = [mpf(i) / 10 for i in range(1, 14)]
    return [x[2] * exp(-ti * x[0]) - x[3] * exp(-ti * x[1]) + x[5] * exp(-ti * x[4]) - (exp(-ti) - 5 * exp(-10 * ti) + 3 * exp(-4 * ti)) for ti in t]


def biggs_symmetric(z):
    # What the paper lists as another minimum is the lowest point with x1 = x5 and x3 = x6, where the standard start lies; it is a saddle.
    return biggs([z[0], z[1], z[2], z[3], z[0], z[2]])


def osborne2(x):
    t = [mpf(i) / 10 for i in range(65)]
    return [y - (x[0] * exp(-ti * x[4]) + x[1] * exp(-(ti - x[8]) ** 2 * x[5]) + x[2] * exp(-(ti - x[9]) ** 2 * x[6]) + x[3] * exp(-(ti - x[10]) ** 2 * x[7]))
            for ti, y in zip(t, OSBORNE2)]


def watson(x):
    t = [mpf(i) / 29 for i in range(1, 30)]
    return [sum(j * x[j] * ti ** (j - 1) for j in range(1, len(x))) - sum(x[j] * ti ** j for j in range(len(x))) ** 2 - 1 for ti in t] + [x[0], x[1] - x[0] ** 2 - 1]


def extended_rosenbrock(x):
    return [r for i in range(0, len(x), 2) for r in rosenbrock(x[i:i + 2])]


def extended_powell(x):
    return [r for i in range(0, len(x), 4) for r in powell_singular(x[i:i + 4])]


def penalty1(x):
    return [sqrt(mpf(10) ** -5) * (xi - 1) for xi in x] + [sum(xi ** 2 for xi in x) - mpf(1) / 4]


def penalty2(x):
    n, a = len(x), sqrt(mpf(10) ** -5)
    first = [a * (exp(x[i] / 10) + exp(x[i - 1] / 10) - exp(mpf(i + 1) / 10) - exp(mpf(i) / 10)) for i in range(1, n)]
    second = [a * (exp(x[i] / 10) - exp(mpf(-1) / 10)) for i in range(1, n)]
    return [x[0] - mpf("0.2")] + first + second + [sum((n - j) * x[j] ** 2 for j in range(n)) - 1]


def variably_dimensioned(x):
    s = sum((j + 1) * (xj - 1) for j, xj in enumerate(x))
    return [xi - 1 for xi in x] + [s, s ** 2]


def trigonometric(x):
    n, total = len(x), sum(cos(xj) for xj in x)
    return [n - total + (i + 1) * (1 - cos(x[i])) - sin(x[i]) for i in range(n)]


def brown_almost_linear(x):
    n, product = len(x), mpf(1)
    for xj in x:
        product *= xj
    return [x[i] + sum(x) - (n + 1) for i in range(n - 1)] + [product - 1]


def discrete_boundary(x):
    n, h = len(x), mpf(1) / (len(x) + 1)
    z = [mpf(0)] + list(x) + [mpf(0)]
    return [2 * z[i] - z[i - 1] - z[i + 1] + h ** 2 * (z[i] + i * h + 1) ** 3 / 2 for i in range(1, n + 1)]


def discrete_integral(x):
    n, h = len(x), mpf(1) / (len(x) + 1)
    t = [(j + 1) * h for j in range(n)]
    cubes = [(x[j] + t[j] + 1) ** 3 for j in range(n)]
    return [x[i] + h * ((1 - t[i]) * sum(t[j] * cubes[j] for j in range(i + 1)) + t[i] * sum((1 - t[j]) * cubes[j] for j in range(i + 1, n))) / 2 for i in range(n)]


def broyden_tridiagonal(x):
    z = [mpf(0)] + list(x) + [mpf(0)]
    return [(3 - 2 * z[i]) * z[i] - z[i - 1] - 2 * z[i + 1] + 1 for i in range(1, len(x) + 1)]


def broyden_banded(x):
    n = len(x)
    return [x[i] * (2 + 5 * x[i] ** 2) + 1 - sum(x[j] * (1 + x[j]) for j in range(max(0, i - 5), min(n, i + 2)) if j != i) for i in range(n)]


def linear_full_rank(x, m=20):
    return [(x[i] if i < len(x) else 0) - 2 * sum(x) / m - 1 for i in range(m)]


def linear_rank1(x, m=20):
    s = sum((j + 1) * xj for j, xj in enumerate(x))
    return [(i + 1) * s - 1 for i in range(m)]


def linear_rank1_zeros(x, m=20):
    s = sum((j + 1) * x[j] for j in range(1, len(x) - 1))
    return [mpf(-1)] + [i * s - 1 for i in range(1, m - 1)] + [mpf(-1)]


def chebyquad(x):
    n = len(x)
    columns = []
    for xj in x:
        t = [mpf(1), 2 * xj - 1]
        for _ in range(2, n + 1):
            t.append(2 * t[1] * t[-1] - t[-2])
        columns.append(t)
    return [sum(column[i] for column in columns) / n - (mpf(-1) / (i * i - 1) if i % 2 == 0 else 0) for i in range(1, n + 1)]


def value(r, x):
    return sum(ri ** 2 for ri in r(x))


def slopes(r, x):
    h = mpf(10) ** -20
    columns = []
    for j in range(len(x)):
        up, down = list(x), list(x)
        step = h * max(1, fabs(x[j]))
        up[j], down[j] = up[j] + step, down[j] - step
        columns.append([(a - b) / (2 * step) for a, b in zip(r(up), r(down))])
    return columns


def lowest(r, x, steps=400):
    """Levenberg and Marquardt from a point; ends where the value has 25 settled digits."""
    mu, f = mpf(10) ** -3, value(r, x)
    for _ in range(steps):
        residuals, columns = r(x), slopes(r, x)
        n = len(x)
        gram = matrix(n, n)
        right = matrix(n, 1)
        for i in range(n):
            right[i] = -sum(a * b for a, b in zip(columns[i], residuals))
            for j in range(n):
                gram[i, j] = sum(a * b for a, b in zip(columns[i], columns[j]))
        while True:
            damped = gram.copy()
            for i in range(n):
                damped[i, i] = gram[i, i] * (1 + mu) if gram[i, i] else 1
            h = lu_solve(damped, right)
            there = [x[i] + h[i] for i in range(n)]
            g = value(r, there)
            if g < f or mu > mpf(10) ** 40:
                break
            mu *= 4
        fall = f - g
        if fall > 0:
            x, f = there, g
        mu = max(mu / 10, mpf(10) ** -40)
        if fall <= mpf(10) ** -25 * f or f < mpf(10) ** -30:
            break
    return f


def ramp(n):
    return [mpf(j) / (n + 1) * (mpf(j) / (n + 1) - 1) for j in range(1, n + 1)]


# Number, name, residuals, start, then for each known value: what the paper prints, and a point near it (None: the start).
PROBLEMS = [
    (1, "Rosenbrock", rosenbrock, "-1.2 1", [("0", "1 1")]),
    (2, "Freudenstein and Roth", freudenstein_roth, "0.5 -2", [("0", "5 4"), ("48.9842", None)]),
    (3, "Powell badly scaled", powell_badly_scaled, "0 1", [("0", "1.098e-5 9.106")]),
    (4, "Brown badly scaled", brown_badly_scaled, "1 1", [("0", "1e6 2e-6")]),
    (5, "Beale", beale, "1 1", [("0", "3 0.5")]),
    (6, "Jennrich and Sampson", jennrich_sampson, "0.3 0.4", [("124.362", "0.2578 0.2578")]),
    (7, "Helical valley", helical_valley, "-1 0 0", [("0", "1 0 0")]),
    (8, "Bard", bard, "1 1 1", [("8.21487e-3", None)]),
    (9, "Gaussian", gaussian, "0.4 1 0", [("1.12793e-8", None)]),
    (10, "Meyer", meyer, "0.02 4000 250", [("87.9458", "0.00560963647 6181.34635 345.223635")]),
    (11, "Gulf research and development", gulf, "5 2.5 0.15", [("0", "50 25 1.5")]),
    (12, "Box three-dimensional", box, "0 10 20", [("0", "1 10 1")]),
    (13, "Powell singular", powell_singular, "3 -1 0 1", [("0", "0 0 0 0")]),
    (14, "Wood", wood, "-3 -1 -3 -1", [("0", "1 1 1 1")]),
    (15, "Kowalik and Osborne", kowalik_osborne, "0.25 0.39 0.415 0.39", [("3.07505e-4", None)]),
    (16, "Brown and Dennis", brown_dennis, "25 5 -5 -1", [("85822.2", "-11.5944399 13.2036301 -0.403439488 0.236778774")]),
    (17, "Osborne 1", osborne1, "0.5 1.5 -1 0.01 0.02", [("5.46489e-5", None)]),
    (18, "Biggs EXP6", biggs, "1 2 1 1 1 1", [("0", "1 10 1 5 4 3"), ("5.65565e-3", "1 2 1 1")]),
    (19, "Osborne 2", osborne2, "1.3 0.65 0.65 0.7 0.6 3 5 7 2 4.5 5.5", [("4.01377e-2", None)]),
    (20, "Watson", watson, "0 0 0 0 0 0", [("2.28767e-3", None)]),
    (21, "Extended Rosenbrock", extended_rosenbrock, "-1.2 1 " * 5, [("0", "1 " * 10)]),
    (22, "Extended Powell singular", extended_powell, "3 -1 0 1 " * 3, [("0", "0 " * 12)]),
    (23, "Penalty I", penalty1, "1 2 3 4", [("2.24997e-5", "0.25 0.25 0.25 0.25")]),
    (24, "Penalty II", penalty2, "0.5 0.5 0.5 0.5", [("9.37629e-6", "0.2 0.1913167 0.4801015 0.5188454")]),
    (25, "Variably dimensioned", variably_dimensioned, [1 - mpf(j) / 10 for j in range(1, 11)], [("0", "1 " * 10)]),
    (26, "Trigonometric", trigonometric, ["0.1"] * 10, [("0", "0 " * 10), ("2.79506e-5", "0.0551509 0.05684062 0.058764 0.06099061 0.06362621 0.06684318 0.2081615 0.1643631 0.0850069 0.09143145")]),
    (27, "Brown almost linear", brown_almost_linear, ["0.5"] * 10, [("0", "1 " * 10), ("1", "0 0 0 0 0 0 0 0 0 11")]),
    (28, "Discrete boundary value", discrete_boundary, ramp(10), [("0", None)]),
    (29, "Discrete integral equation", discrete_integral, ramp(10), [("0", None)]),
    (30, "Broyden tridiagonal", broyden_tridiagonal, ["-1"] * 10, [("0", None)]),
    (31, "Broyden banded", broyden_banded, ["-1"] * 10, [("0", None)]),
    (32, "Linear, full rank", linear_full_rank, ["1"] * 10, [("10", None)]),
    (33, "Linear, rank 1", linear_rank1, ["1"] * 10, [("4.634146", None)]),
    (34, "Linear, rank 1, with zero columns and rows", linear_rank1_zeros, ["1"] * 10, [("6.135135", None)]),
    (35, "Chebyquad", chebyquad, [mpf(j) / 9 for j in range(1, 9)], [("3.51687e-3", None)]),
]


def main():
    lines = ["number\tname\tn\tm\tstart\tvalues"]
    for number, name, r, start, known in PROBLEMS:
        x0 = [mpf(each) for each in (start.split() if isinstance(start, str) else start)]
        values = []
        for printed, near in known:
            point = x0 if near is None else [mpf(each) for each in near.split()]
            found = lowest(r if len(point) == len(x0) else biggs_symmetric, point)
            expected = mpf(printed)
            assert fabs(found) < mpf(10) ** -20 if expected == 0 else fabs(found / expected - 1) < 5e-6, (name, printed, nstr(found, 17))
            values.append("0" if expected == 0 else nstr(found, 17))
        lines.append("\t".join([str(number), name, str(len(x0)), str(len(r(x0))), nstr(value(r, x0), 17), " ".join(values)]))
        print(lines[-1], flush=True)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mgh.tsv"), "w", encoding="utf-8") as table:
        table.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
