#!/usr/bin/env python3
"""Values of broadcasting as NumPy computes them.

Writes broadcasting.tsv beside this script: a definition of the function language, the bodies of its data, and the value that NumPy has for
the same thing as NumPy users write it, as JSON. The tests read the table; they need neither Python nor NumPy. To make it anew:
apt install python3-numpy && python3 broadcasting.py
"""
import json
import os

import numpy as np

DATA = {
    'X': [[0.5, -1.25, 2.0], [1.5, 0.25, -0.75], [-2.0, 1.0, 0.5], [0.75, -0.5, 1.25]], 'b': [0.5, -1.5, 2.5], 'c': [1.0, -2.0, 0.5, 3.0],
    'S': [[1.0, 2.0], [3.0, 5.0]], 's': [10.0, 20.0], 'R': [[1.0, 2.0, -3.0]], 'C': [[2.0], [-1.0], [0.5], [4.0]], 'W': [[0.3, -0.2], [0.1, 0.7], [-0.6, 0.4]],
    'd': [0.25, -0.75], 'y': [1.0, 0.0, 0.0, 1.0], 't': [0.0, 2.0, 1.0, 1.0],
}
X, b, c, S, s, R, C, W, d, y, t = (np.array(DATA[name]) for name in 'XbcSsRCWdyt')


def softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def lse(z, axis):
    return np.log(np.exp(z).sum(axis=axis))


ROWS = [
    ('X + b', X + b), ('b - X', b - X), ('X .* b', X * b), ('X ./ b', X / b), ('X / b', X / b), ("X + b'", X + b[None, :]), ('S + s', S + s), ('S .* s', S * s), ('s - S', s - S),
    ('X + R', X + R), ('X .* C', X * C), ('C - R', C - R), ('X + column(c)', X + c[:, None]), ('X / C', X / C), ("column(c) - b'", c[:, None] - b), ('C + b', C + b),
    ('max(X, b)', np.maximum(X, b)), ('min(X, C)', np.minimum(X, C)), ('atan2(X, b)', np.arctan2(X, b)), ('(X.^2) .^ b', (X**2) ** b), ('if(X > b, X, b)', np.where(X > b, X, np.broadcast_to(b, X.shape))),
    ('hypot(X, column(c))', np.hypot(X, c[:, None])), ('X @ W + d', X @ W + d), ('tanh(X @ W + d)', np.tanh(X @ W + d)),
    ('sum(X, axis=0)', X.sum(axis=0)), ('sum(X, axis=1)', X.sum(axis=1)), ('sum(X, axis=-1, keepdims=True)', X.sum(axis=-1, keepdims=True)), ('mean(X, axis=0)', X.mean(axis=0)),
    ('mean(X, axis=1, keepdims=True)', X.mean(axis=1, keepdims=True)), ('mean(X, dim=1, keepdim=True)', X.mean(axis=1, keepdims=True)), ('X - mean(X, axis=0)', X - X.mean(axis=0)),
    ('X - mean(X, axis=1, keepdims=True)', X - X.mean(axis=1, keepdims=True)), ('X - column(rowmean(X))', X - X.mean(axis=1, keepdims=True)), ('S - mean(S, axis=1)', S - S.mean(axis=1)),
    ('var(X, axis=0)', X.var(axis=0)), ('std(X, axis=1)', X.std(axis=1)), ('var(X, axis=0, ddof=1)', X.var(axis=0, ddof=1)), ('std(X)', X.std()), ('std(c, ddof=1)', c.std(ddof=1)), ('var(X, keepdims=True)', X.var(keepdims=True)),
    ('max(X, axis=0)', X.max(axis=0)), ('min(X, axis=1, keepdims=True)', X.min(axis=1, keepdims=True)), ('prod(X, axis=0)', X.prod(axis=0)), ('norm(X, axis=1)', np.linalg.norm(X, axis=1)), ('norm1(X, axis=0)', np.abs(X).sum(axis=0)),
    ('norminf(X, axis=1)', np.abs(X).max(axis=1)), ('argmax(X, axis=0)', X.argmax(axis=0) + 1.0), ('logsumexp(X, axis=0)', lse(X, 0)), ('logsumexp(X)', lse(X, 1)),
    ('softmax(X)', softmax(X)), ('softmax(X, axis=0)', softmax(X, 0)), ('log_softmax(X, axis=0)', np.log(softmax(X, 0))),
    ('(X - mean(X, axis=0)) / std(X, axis=0)', (X - X.mean(axis=0)) / X.std(axis=0)),
    ('b .* (X - mean(X, axis=1, keepdims=True)) / sqrt(var(X, axis=1, keepdims=True) + 1e-5) + b', b * (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + 1e-5) + b),
    ("column(rowsum(X.^2)) - 2*X @ X' + rowsum(X.^2)'", (X**2).sum(1)[:, None] - 2 * X @ X.T + (X**2).sum(1)[None, :]),
    ("softmax(X @ X' ./ sqrt(3)) @ X", softmax(X @ X.T / np.sqrt(3)) @ X),
    ('one_hot(t, 3)', np.eye(3)[t.astype(int)]), ('cross_entropy(X + b, t)', -np.log(softmax(X + b))[np.arange(4), t.astype(int)].mean()),
    ('cross_entropy(X + b, one_hot(t, 3))', -np.log(softmax(X + b))[np.arange(4), t.astype(int)].mean()), ('categorical_cross_entropy(softmax(X), t)', -np.log(softmax(X))[np.arange(4), t.astype(int)].mean()),
    ('error_rate(X, t)', (X.argmax(axis=1) != t).mean()), ('bce_with_logits(C, y)', (np.log1p(np.exp(C[:, 0])) - y * C[:, 0]).mean()), ('mse(C, y)', ((C[:, 0] - y) ** 2).mean()),
]

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'broadcasting.tsv'), 'w', encoding='utf-8') as out:
    out.write(json.dumps(DATA) + '\n')
    for text, value in ROWS:
        out.write(f'{text}\t{json.dumps(np.asarray(value, dtype=float).tolist())}\n')
