"""Logistic regression (t1, t2) and a network 2-16-16-1 (t2) in NumPy, by hand."""
import json
import time

import numpy as np

ROWS, COLUMNS, FEW, HIDDEN, STEPS = 10_000, 100, 500, 16, 50


def measure(call):
    """Nanoseconds of processor time a call, the median of nine rounds."""
    repetitions = 1
    while True:
        began = time.process_time_ns()
        for _ in range(repetitions):
            call()
        if time.process_time_ns() - began > 4e7:
            break
        repetitions *= 2
    rounds = []
    for _ in range(9):
        began = time.process_time_ns()
        for _ in range(repetitions):
            call()
        rounds.append((time.process_time_ns() - began) / repetitions)
    return sorted(rounds)[4]


def report(task, metric, value, unit):
    print(json.dumps({"task": task, "peer": "numpy", "metric": metric, "value": value, "unit": unit}))


def data(rows, columns):
    state, numbers = 1, np.empty(rows * columns + rows)
    for k in range(numbers.size):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        numbers[k] = state / 4294967296.0 - 0.5
    return numbers[:rows * columns].reshape(rows, columns), np.where(numbers[rows * columns:] < 0, -1.0, 1.0)


def logistic(w):
    z = -y * (X @ w)
    e = np.exp(-np.abs(z))
    value = np.mean(np.maximum(z, 0) + np.log1p(e))
    return value, X.T @ (-y * np.where(z > 0, 1 / (1 + e), e / (1 + e)) / ROWS)


def hessian(w):
    e = np.exp(-np.abs(X @ w))
    return X.T @ ((e / (1 + e) ** 2 / ROWS)[:, None] * X)


def network(p):
    A, a, B, b, c, d = np.split(p, np.cumsum([2 * HIDDEN, HIDDEN, HIDDEN * HIDDEN, HIDDEN, HIDDEN]))
    A, B = A.reshape(2, HIDDEN), B.reshape(HIDDEN, HIDDEN)
    P = np.tanh(X @ A + a)
    Q = np.tanh(P @ B + b)
    e = Q @ c + d - y
    t = 2 * e / FEW
    V = np.outer(t, c) * (1 - Q * Q)
    U = (V @ B.T) * (1 - P * P)
    return np.mean(e * e), np.concatenate([(X.T @ U).ravel(), U.sum(0), (P.T @ V).ravel(), V.sum(0), Q.T @ t, [t.sum()]])


def descend(f, n):
    p = (0.3 + np.arange(n) * 31 % 97 / 97 - 0.8) / 4
    points, values = np.empty((STEPS + 1, n)), np.empty(STEPS + 1)
    for s in range(STEPS + 1):
        points[s] = p
        values[s], g = f(p)
        p = p - 0.01 * g


X, y = data(ROWS, COLUMNS)
w = np.zeros(COLUMNS)
report("t1 logistic", "value and gradient", measure(lambda: logistic(w)) / 1e3, "us")
report("t1 logistic", "hessian", measure(lambda: hessian(w)) / 1e6, "ms")
report("t2 logistic", "steps", STEPS * 1e9 / measure(lambda: descend(logistic, COLUMNS)), "1/s")
X, y = data(FEW, 2)
report("t2 network", "steps", STEPS * 1e9 / measure(lambda: descend(network, 2 * HIDDEN + HIDDEN + HIDDEN * HIDDEN + HIDDEN + HIDDEN + 1)), "1/s")
