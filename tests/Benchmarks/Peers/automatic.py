"""Logistic regression (t1, t2), matrix factorisation (t1) and a network 2-16-16-1 (t2) in PyTorch, differentiated by it."""
import json
import time

import numpy as np
import torch

ROWS, COLUMNS, FEW, HIDDEN, STEPS, USERS, ITEMS, FACTORS = 10_000, 100, 500, 16, 50, 100, 80, 5
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def measure(call):
    """Nanoseconds of processor time a call, the median of nine rounds; of three where a call takes long."""
    call()
    repetitions = 1
    while True:
        began = time.process_time_ns()
        for _ in range(repetitions):
            call()
        taken = time.process_time_ns() - began
        if taken > 4e7:
            break
        repetitions *= 2
    rounds = []
    for _ in range(3 if taken / repetitions > 4e8 else 9):
        began = time.process_time_ns()
        for _ in range(repetitions):
            call()
        rounds.append((time.process_time_ns() - began) / repetitions)
    return sorted(rounds)[len(rounds) // 2]


def report(task, metric, value, unit):
    print(json.dumps({"task": task, "peer": "pytorch", "metric": metric, "value": value, "unit": unit}))


def numbers(count):
    state, found = 1, np.empty(count)
    for k in range(count):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        found[k] = state / 4294967296.0 - 0.5
    return found


def data(rows, columns):
    found = numbers(rows * columns + rows)
    return torch.tensor(found[:rows * columns].reshape(rows, columns)), torch.tensor(np.where(found[rows * columns:] < 0, -1.0, 1.0))


def logistic(w):
    return torch.nn.functional.softplus(-y * (X @ w)).mean()


def network(p):
    A, a, B, b, c, d = torch.split(p, [2 * HIDDEN, HIDDEN, HIDDEN * HIDDEN, HIDDEN, HIDDEN, 1])
    return ((torch.tanh(torch.tanh(X @ A.reshape(2, HIDDEN) + a) @ B.reshape(HIDDEN, HIDDEN) + b) @ c + d - y) ** 2).mean()


def value_and_gradient(f, p):
    p.grad = None
    value = f(p)
    value.backward()
    return value.item(), p.grad


def descend(f, n):
    p = torch.tensor((0.3 + np.arange(n) * 31 % 97 / 97 - 0.8) / 4, requires_grad=True)
    points, values = np.empty((STEPS + 1, n)), np.empty(STEPS + 1)
    for s in range(STEPS + 1):
        points[s] = p.detach().numpy()
        values[s], g = value_and_gradient(f, p)
        with torch.no_grad():
            p -= 0.01 * g


X, y = data(ROWS, COLUMNS)
w = torch.zeros(COLUMNS, requires_grad=True)
report("t1 logistic", "value and gradient", measure(lambda: value_and_gradient(logistic, w)) / 1e3, "us")
report("t1 logistic", "hessian", measure(lambda: torch.autograd.functional.hessian(logistic, w, vectorize=True)) / 1e6, "ms")
report("t2 logistic", "steps", STEPS * 1e9 / measure(lambda: descend(logistic, COLUMNS)), "1/s")
X, y = data(FEW, 2)
report("t2 network", "steps", STEPS * 1e9 / measure(lambda: descend(network, 2 * HIDDEN + HIDDEN + HIDDEN * HIDDEN + HIDDEN + HIDDEN + 1)), "1/s")

found = numbers(USERS * ITEMS + USERS * FACTORS + ITEMS * FACTORS)
R = torch.tensor(found[:USERS * ITEMS].reshape(USERS, ITEMS))
U = torch.tensor(found[USERS * ITEMS:][:USERS * FACTORS].reshape(USERS, FACTORS))
V = torch.tensor(found[-ITEMS * FACTORS:].reshape(ITEMS, FACTORS))
report("t1 factorisation", "hessian", measure(lambda: torch.autograd.functional.hessian(lambda u: ((R - u @ V.T) ** 2).sum(), U)) / 1e3, "us")
