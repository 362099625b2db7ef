#!/usr/bin/env python3
"""Paths of every first-order optimizer and rates of every schedule, in double precision.

Writes optimizers.tsv and schedules.tsv beside this script; the tests read them and need no Python. Where Debian's PyTorch has
the optimizer or option, it walks the path itself (source `torch`). The rest is written here from the documentation of PyTorch,
Keras or optax, or from the paper (source `documentation` or `paper`):
 - NAdam: version 1.13 multiplies the product of the momenta by the present one twice, which its documentation does not;
 - what 1.13 lacks: decoupled_weight_decay of Adam, NAdam and RAdam, maximize of NAdam and RAdam;
 - Lion (Chen and others, 2023), which PyTorch does not have;
 - every rule of Keras and optax.
Each reference that is written here for a rule that PyTorch has as well is compared with PyTorch first.
To make it anew: apt-get install python3-torch && python3 optimizers.py
"""
import inspect
import math
import os

import torch

torch.set_default_dtype(torch.float64)
STEPS = [1, 2, 3, 10, 50, 100, 200]

# Problems: start and gradient, in the order of operations that the test uses.


def rosenbrock(p):
    x, y = p
    return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]


def quadratic(p):
    """Curvatures 1 and 1000, turned by the angle of the triangle 3, 4, 5; lowest at 0."""
    x, y = p
    return [360.64 * x + 479.52 * y, 479.52 * x + 640.36 * y]


ROWS = [(0.5, 1.2, 1), (-1.5, 0.3, 0), (2.0, -0.7, 1), (0.1, 0.4, 0), (-0.6, -1.1, 0), (1.3, 0.8, 1), (0.9, -1.6, 0), (-0.2, 1.9, 1)]


def logistic(p):
    """Mean log loss of two weights and a bias on eight rows."""
    g = [0.0, 0.0, 0.0]
    for a, b, label in ROWS:
        error = 1 / (1 + math.exp(-(p[0] * a + p[1] * b + p[2]))) - label
        g[0] += error * a
        g[1] += error * b
        g[2] += error
    return [each / 8 for each in g]


PROBLEMS = {'rosenbrock': (rosenbrock, [-1.2, 1.0]), 'quadratic': (quadratic, [-3.0, 2.0]), 'logistic': (logistic, [0.3, -0.2, 0.1])}


def settings_of(text):
    values = {}
    for part in text.split():
        name, value = part.split('=')
        values[name] = {'true': True, 'false': False}.get(value) if value in ('true', 'false') else \
            tuple(map(float, value.split(','))) if ',' in value else float(value)
    return values


TORCH = {'sgd': torch.optim.SGD, 'adagrad': torch.optim.Adagrad, 'rmsprop': torch.optim.RMSprop, 'adadelta': torch.optim.Adadelta, 'adam': torch.optim.Adam,
         'adamw': torch.optim.AdamW, 'adamax': torch.optim.Adamax, 'radam': torch.optim.RAdam, 'rprop': torch.optim.Rprop, 'asgd': torch.optim.ASGD}


def torch_path(name, settings, gradient, start, steps):
    x = torch.tensor(start, requires_grad=True)
    optimizer = TORCH[name]([x], **{'lr': 1e-3, **settings} if name == 'sgd' else settings)
    for _ in range(steps):
        x.grad = torch.tensor(gradient(x.tolist()))
        optimizer.step()
        yield x.tolist()


def rule_path(rule, settings, gradient, start, steps):
    x, states = list(start), [{} for _ in start]
    for t in range(1, steps + 1):
        g = gradient(x)
        x = [rule(x[i], g[i], states[i], t, **settings) for i in range(len(x))]
        yield x


# Rules written from documentation: coordinate x with slope g, what it remembers in s, step t from 1.


def sgn(c):
    return (c > 0) - (c < 0)


def torch_nadam(x, g, s, t, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3, decoupled_weight_decay=False, maximize=False):
    b1, b2 = betas
    g = -g if maximize else g
    if decoupled_weight_decay:
        x = x * (1 - lr * weight_decay)
    else:
        g = g + weight_decay * x
    mu, following = (b1 * (1 - 0.5 * 0.96 ** (k * momentum_decay)) for k in (t, t + 1))
    s['product'] = s.get('product', 1.0) * mu
    s['m'] = b1 * s.get('m', 0.0) + (1 - b1) * g
    s['v'] = b2 * s.get('v', 0.0) + (1 - b2) * g * g
    m = following * s['m'] / (1 - s['product'] * following) + (1 - mu) * g / (1 - s['product'])
    return x - lr * m / (math.sqrt(s['v'] / (1 - b2 ** t)) + eps)


def torch_radam(x, g, s, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, decoupled_weight_decay=False, maximize=False):
    b1, b2 = betas
    g = -g if maximize else g
    if decoupled_weight_decay:
        x = x * (1 - lr * weight_decay)
    else:
        g = g + weight_decay * x
    s['m'] = b1 * s.get('m', 0.0) + (1 - b1) * g
    s['v'] = b2 * s.get('v', 0.0) + (1 - b2) * g * g
    m, limit = s['m'] / (1 - b1 ** t), 2 / (1 - b2) - 1
    rho = limit - 2 * t * b2 ** t / (1 - b2 ** t)
    if rho <= 5:
        return x - lr * m
    r = math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho))
    return x - lr * m * r * math.sqrt(1 - b2 ** t) / (math.sqrt(s['v']) + eps)


def torch_adam(x, g, s, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, maximize=False, decoupled_weight_decay=False):
    b1, b2 = betas
    g = -g if maximize else g
    if decoupled_weight_decay:
        x = x * (1 - lr * weight_decay)
    else:
        g = g + weight_decay * x
    s['m'] = b1 * s.get('m', 0.0) + (1 - b1) * g
    s['v'] = b2 * s.get('v', 0.0) + (1 - b2) * g * g
    s['largest'] = max(s.get('largest', 0.0), s['v'])
    v = s['largest'] if amsgrad else s['v']
    return x - lr / (1 - b1 ** t) * s['m'] / (math.sqrt(v) / math.sqrt(1 - b2 ** t) + eps)


def lion(x, g, s, t, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0, maximize=False):
    """Algorithm 2 of the paper: the update interpolates with the first beta, what is remembered with the second."""
    b1, b2 = betas
    g = -g if maximize else g
    m = s.get('m', 0.0)
    s['m'] = b2 * m + (1 - b2) * g
    return x - lr * (sgn(b1 * m + (1 - b1) * g) + weight_decay * x)


def keras_decay(x, lr, weight_decay):
    return x - x * weight_decay * lr


def keras_sgd(x, g, s, t, lr=0.01, momentum=0.0, nesterov=False, weight_decay=0):
    x = keras_decay(x, lr, weight_decay)
    if momentum == 0:
        return x - lr * g
    s['velocity'] = momentum * s.get('velocity', 0.0) - lr * g
    return x + momentum * s['velocity'] - lr * g if nesterov else x + s['velocity']


def keras_adagrad(x, g, s, t, lr=1e-3, initial_accumulator_value=0.1, eps=1e-7, weight_decay=0):
    s['sum'] = s.get('sum', initial_accumulator_value) + g * g
    return keras_decay(x, lr, weight_decay) - lr * g / math.sqrt(s['sum'] + eps)


def keras_rmsprop(x, g, s, t, lr=1e-3, alpha=0.9, momentum=0.0, eps=1e-7, centered=False, weight_decay=0):
    x = keras_decay(x, lr, weight_decay)
    s['v'] = alpha * s.get('v', 0.0) + (1 - alpha) * g * g
    v = s['v']
    if centered:
        s['mean'] = alpha * s.get('mean', 0.0) + (1 - alpha) * g
        v = v - s['mean'] ** 2
    step = lr * g / math.sqrt(v + eps)
    s['momentum'] = momentum * s.get('momentum', 0.0) + step
    return x - s['momentum']


def keras_adadelta(x, g, s, t, lr=1e-3, rho=0.95, eps=1e-7, weight_decay=0):
    s['g'] = rho * s.get('g', 0.0) + (1 - rho) * g * g
    delta = -math.sqrt(s.get('d', 0.0) + eps) * g / math.sqrt(s['g'] + eps)
    s['d'] = rho * s.get('d', 0.0) + (1 - rho) * delta * delta
    return keras_decay(x, lr, weight_decay) + lr * delta


def keras_adam(x, g, s, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-7, amsgrad=False, weight_decay=0):
    b1, b2 = betas
    s['m'] = s.get('m', 0.0) + (g - s.get('m', 0.0)) * (1 - b1)
    s['v'] = s.get('v', 0.0) + (g * g - s.get('v', 0.0)) * (1 - b2)
    s['largest'] = max(s.get('largest', 0.0), s['v'])
    v = s['largest'] if amsgrad else s['v']
    return keras_decay(x, lr, weight_decay) - s['m'] * lr * math.sqrt(1 - b2 ** t) / (1 - b1 ** t) / (math.sqrt(v) + eps)


def keras_adamw(x, g, s, t, weight_decay=0.004, **settings):
    return keras_adam(x, g, s, t, weight_decay=weight_decay, **settings)


def keras_adamax(x, g, s, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-7, weight_decay=0):
    b1, b2 = betas
    s['m'] = b1 * s.get('m', 0.0) + (1 - b1) * g
    s['u'] = max(b2 * s.get('u', 0.0), abs(g))
    return keras_decay(x, lr, weight_decay) - lr / (1 - b1 ** t) * s['m'] / (s['u'] + eps)


def keras_nadam(x, g, s, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-7, weight_decay=0):
    return torch_nadam(keras_decay(x, lr, weight_decay), g, s, t, lr, betas, eps, momentum_decay=1)


def keras_lion(x, g, s, t, lr=1e-3, betas=(0.9, 0.99), weight_decay=0):
    return lion(x, g, s, t, lr, betas, weight_decay)


def trace(s, decay, nesterov, update):
    s['trace'] = update + decay * s.get('trace', 0.0)
    return update + decay * s['trace'] if nesterov else s['trace']


def optax_sgd(x, g, s, t, lr=1e-3, momentum=0.0, nesterov=False):
    return x - lr * trace(s, momentum, nesterov, g)


def optax_adagrad(x, g, s, t, lr=1e-2, initial_accumulator_value=0.1, eps=1e-7):
    s['sum'] = s.get('sum', initial_accumulator_value) + g * g
    return x - lr * (g / math.sqrt(s['sum'] + eps) if s['sum'] > 0 else 0.0)


def optax_rmsprop(x, g, s, t, lr=1e-2, alpha=0.9, eps=1e-8, initial_scale=0.0, eps_in_sqrt=True, centered=False, momentum=0.0, nesterov=False, bias_correction=False):
    s['v'] = alpha * s.get('v', initial_scale) + (1 - alpha) * g * g
    s['mean'] = alpha * s.get('mean', 0.0) + (1 - alpha) * g
    correction = 1 - alpha ** t if bias_correction else 1
    v, mean = s['v'] / correction, s['mean'] / correction if centered else 0.0
    v -= mean * mean
    return x + trace(s, momentum, nesterov, -lr * g / (math.sqrt(v + eps) if eps_in_sqrt else math.sqrt(v) + eps))


def optax_adadelta(x, g, s, t, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0):
    g = g + weight_decay * x
    s['g'] = rho * s.get('g', 0.0) + (1 - rho) * g * g
    delta = math.sqrt(s.get('d', 0.0) + eps) / math.sqrt(s['g'] + eps) * g
    s['d'] = rho * s.get('d', 0.0) + (1 - rho) * delta * delta
    return x - lr * delta


def optax_moments(g, s, t, betas, nesterov):
    b1, b2 = betas
    s['m'] = b1 * s.get('m', 0.0) + (1 - b1) * g
    s['v'] = b2 * s.get('v', 0.0) + (1 - b2) * g * g
    m = b1 * s['m'] / (1 - b1 ** (t + 1)) + (1 - b1) * g / (1 - b1 ** t) if nesterov else s['m'] / (1 - b1 ** t)
    return m, s['v'] / (1 - b2 ** t)


def optax_adam(x, g, s, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, eps_root=0.0, nesterov=False, amsgrad=False):
    m, v = optax_moments(g, s, t, betas, nesterov)
    if amsgrad:
        v = s['largest'] = max(s.get('largest', 0.0), v)
    return x - lr * m / (math.sqrt(v + eps_root) + eps)


def optax_adamw(x, g, s, t, lr=1e-3, weight_decay=1e-4, **settings):
    return optax_adam(x, g, s, t, lr, **settings) - lr * weight_decay * x


def optax_nadam(x, g, s, t, lr=2e-3, **settings):
    return optax_adam(x, g, s, t, lr, nesterov=True, **settings)


def optax_adamax(x, g, s, t, lr=2e-3, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    s['m'] = b1 * s.get('m', 0.0) + (1 - b1) * g
    s['u'] = max(b2 * s.get('u', 0.0), abs(g) + eps)
    return x - lr * s['m'] / (1 - b1 ** t) / s['u']


def optax_radam(x, g, s, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, eps_root=0.0, threshold=5.0, nesterov=False):
    m, v = optax_moments(g, s, t, betas, nesterov)
    b2, limit = betas[1], 2 / (1 - betas[1]) - 1
    rho = limit - 2 * t * b2 ** t / (1 - b2 ** t)
    if rho < threshold:
        return x - lr * m
    r = math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho))
    return x - lr * r * m / (math.sqrt(v + eps_root) + eps)


def optax_rprop(x, g, s, t, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50)):
    turned = g * s.get('previous', 0.0)
    if turned != 0:
        s['size'] = min(max(s['size'] * etas[turned > 0], step_sizes[0]), step_sizes[1])
    else:
        s.setdefault('size', lr)
    s['previous'] = 0.0 if turned < 0 else s['size'] * sgn(g)
    return x - s['previous']


def optax_lion(x, g, s, t, lr=1e-4, betas=(0.9, 0.99), weight_decay=1e-3):
    return lion(x, g, s, t, lr, betas, weight_decay)


TORCH_CASES = {'sgd': ['', 'lr=0.0005 momentum=0.9', 'lr=0.001 momentum=0.8 dampening=0.3 weight_decay=0.01', 'lr=0.0005 momentum=0.9 nesterov=true weight_decay=0.02', 'lr=0.0001 weight_decay=0.5', 'lr=0.0002 maximize=true weight_decay=2000'],
            'adagrad': ['', 'lr=0.5', 'lr=0.3 lr_decay=0.01', 'lr=0.2 initial_accumulator_value=0.5 eps=0.001', 'lr=0.1 weight_decay=0.1', 'lr=0.05 maximize=true weight_decay=0.1'],
            'rmsprop': ['', 'lr=0.0007 alpha=0.9 eps=1e-4', 'lr=0.001 centered=true', 'lr=0.001 momentum=0.9', 'lr=0.002 momentum=0.5 centered=true weight_decay=0.1', 'lr=0.001 maximize=true'],
            'adadelta': ['', 'lr=0.5 rho=0.95', 'lr=1.5 eps=0.001 weight_decay=0.1', 'lr=0.5 maximize=true'],
            'adam': ['', 'lr=0.05', 'lr=0.02 betas=0.8,0.99 eps=1e-6 weight_decay=0.01 amsgrad=true', 'lr=0.0007 betas=0.4,0.9', 'lr=0.001 betas=0,0.99', 'lr=0.01 amsgrad=true', 'lr=0.01 maximize=true', 'lr=0.02 eps=0.1 weight_decay=0.5'],
            'adamw': ['', 'lr=0.05', 'lr=0.02 weight_decay=0.3 amsgrad=true', 'lr=0.02 betas=0.8,0.99 eps=1e-4', 'lr=0.01 maximize=true weight_decay=0.1'],
            'adamax': ['', 'lr=0.05', 'lr=0.001 betas=0.7,0.9 weight_decay=0.1', 'lr=0.02 eps=0.01', 'lr=0.01 maximize=true'],
            'radam': ['', 'lr=0.001 betas=0.9,0.99', 'lr=0.005 betas=0.8,0.95 eps=1e-4 weight_decay=0.1', 'lr=0.0001 betas=0.9,0.5'],
            'rprop': ['', 'lr=0.1 etas=0.4,1.3', 'lr=0.05 step_sizes=0.001,0.2', 'lr=0.5 step_sizes=0.001,0.2', 'lr=0.001 maximize=true step_sizes=1e-6,0.01'],
            'asgd': ['lr=0.0005', 'lr=0.001 lambd=0.1 alpha=0.5', 'lr=0.001 t0=20 weight_decay=0.1', 'lr=0.0002 maximize=true lambd=1 weight_decay=2000']}

WRITTEN_CASES = [
    ('documentation', '', 'adam', torch_adam, ['lr=0.02 weight_decay=0.3 decoupled_weight_decay=true', 'lr=0.02 weight_decay=0.3 decoupled_weight_decay=true amsgrad=true maximize=true']),
    ('documentation', '', 'nadam', torch_nadam, ['', 'lr=0.02', 'lr=0.01 betas=0.8,0.99 eps=1e-6 weight_decay=0.1', 'lr=0.01 momentum_decay=0.1', 'lr=0.01 momentum_decay=0', 'lr=0.02 weight_decay=0.3 decoupled_weight_decay=true', 'lr=0.01 maximize=true']),
    ('documentation', '', 'radam', torch_radam, ['lr=0.001 weight_decay=0.3 decoupled_weight_decay=true', 'lr=0.0001 maximize=true']),
    ('paper', '', 'lion', lion, ['', 'lr=0.003', 'lr=0.003 betas=0.8,0.95 weight_decay=0.3', 'lr=0.002 maximize=true']),
    ('documentation', 'keras', 'sgd', keras_sgd, ['lr=0.001', 'lr=0.0005 momentum=0.9', 'lr=0.0005 momentum=0.9 nesterov=true', 'lr=0.001 momentum=0.5 weight_decay=0.2']),
    ('documentation', 'keras', 'adagrad', keras_adagrad, ['', 'lr=0.5 eps=0.01', 'lr=0.2 initial_accumulator_value=0 weight_decay=0.1']),
    ('documentation', 'keras', 'rmsprop', keras_rmsprop, ['', 'lr=0.0005 alpha=0.95 momentum=0.6 eps=0.01', 'lr=0.0003 centered=true eps=1 weight_decay=0.1']),
    ('documentation', 'keras', 'adadelta', keras_adadelta, ['', 'lr=0.01 rho=0.9 eps=0.001 weight_decay=0.1']),
    ('documentation', 'keras', 'adam', keras_adam, ['', 'lr=0.05 eps=0.01', 'lr=0.02 betas=0.8,0.99 amsgrad=true', 'lr=0.02 weight_decay=0.3']),
    ('documentation', 'keras', 'adamw', keras_adamw, ['', 'lr=0.02 betas=0.8,0.99 eps=0.001', 'lr=0.02 weight_decay=0.3 amsgrad=true']),
    ('documentation', 'keras', 'adamax', keras_adamax, ['', 'lr=0.02 eps=0.1 weight_decay=0.1', 'lr=0.01 betas=0.8,0.99']),
    ('documentation', 'keras', 'nadam', keras_nadam, ['', 'lr=0.02 betas=0.8,0.99 eps=0.001 weight_decay=0.1']),
    ('documentation', 'keras', 'lion', keras_lion, ['', 'lr=0.003 betas=0.8,0.95 weight_decay=0.3']),
    ('documentation', 'optax', 'sgd', optax_sgd, ['', 'lr=0.0005 momentum=0.9', 'lr=0.0005 momentum=0.9 nesterov=true']),
    ('documentation', 'optax', 'adagrad', optax_adagrad, ['', 'lr=0.5 eps=0.01', 'lr=0.2 initial_accumulator_value=0']),
    ('documentation', 'optax', 'rmsprop', optax_rmsprop, ['', 'lr=0.001', 'lr=0.0003 alpha=0.95 momentum=0.6 eps=0.001', 'lr=0.0003 eps_in_sqrt=false nesterov=true momentum=0.6', 'lr=0.0003 centered=true eps=1 initial_scale=1', 'lr=0.0003 centered=true eps=1 bias_correction=true']),
    ('documentation', 'optax', 'adadelta', optax_adadelta, ['', 'lr=0.05 rho=0.95 eps=0.001 weight_decay=0.1']),
    ('documentation', 'optax', 'adam', optax_adam, ['', 'lr=0.02 eps=0.01 eps_root=0.001', 'lr=0.02 betas=0.8,0.99 nesterov=true', 'lr=0.02 betas=0.8,0.9 amsgrad=true']),
    ('documentation', 'optax', 'adamw', optax_adamw, ['', 'lr=0.02 betas=0.8,0.99 eps=0.01 eps_root=0.001', 'lr=0.02 weight_decay=0.3 nesterov=true']),
    ('documentation', 'optax', 'adamax', optax_adamax, ['', 'lr=0.001 betas=0.7,0.9 eps=0.01']),
    ('documentation', 'optax', 'nadam', optax_nadam, ['', 'lr=0.02 betas=0.8,0.99 eps_root=0.001', 'lr=0.02 eps=0.01']),
    ('documentation', 'optax', 'radam', optax_radam, ['', 'lr=0.0005 eps=0.01', 'lr=0.0002 betas=0.8,0.95 eps_root=0.001 threshold=7 nesterov=true']),
    ('documentation', 'optax', 'rprop', optax_rprop, ['', 'lr=0.5 step_sizes=0.001,0.2', 'lr=0.05 etas=0.4,1.3 step_sizes=1e-6,0.1']),
    ('documentation', 'optax', 'lion', optax_lion, ['', 'lr=0.003 betas=0.8,0.95 weight_decay=0.3']),
]


def cells(walk):
    """The points at STEPS; empty where a start that is off by 1e-12 makes a difference of 1e-9, since there rounding decides."""
    path, beside = ([list(point) for point in walk(factor)] for factor in (1, 1 + 1e-12))
    assert all(abs(c) < 1e6 for point in path for c in point)
    for step in STEPS:
        here, there = path[step - 1], beside[step - 1]
        yield ','.join(map(repr, here)) if max(abs(a - b) for a, b in zip(here, there)) <= 1e-9 * max(map(abs, here)) else ''


def rows():
    for problem, (gradient, start) in PROBLEMS.items():
        for name, cases in TORCH_CASES.items():
            for text in cases:
                assert set(settings_of(text)) <= set(inspect.signature(TORCH[name].__init__).parameters), (name, text)
                yield 'torch', '', name, text, problem, *cells(lambda factor: torch_path(name, settings_of(text), gradient, [c * factor for c in start], STEPS[-1]))
        for source, dialect, name, rule, cases in WRITTEN_CASES:
            for text in cases:
                yield source, dialect, name, text, problem, *cells(lambda factor: rule_path(rule, settings_of(text), gradient, [c * factor for c in start], STEPS[-1]))


def check_written_rules():
    """What is written here for PyTorch's rules agrees with PyTorch wherever that has them."""
    for name, rule in (('adam', torch_adam), ('radam', torch_radam)):
        for text in TORCH_CASES[name]:
            for gradient, start in PROBLEMS.values():
                for ours, theirs in zip(rule_path(rule, settings_of(text), gradient, start, 200), torch_path(name, settings_of(text), gradient, start, 200)):
                    assert all(abs(a - b) <= 1e-11 * max(map(abs, theirs)) for a, b in zip(ours, theirs)), (name, text, ours, theirs)


def torch_rates(make, values=None, steps=40, lr=0.5):
    x = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=lr)
    scheduler = make(optimizer)
    for step in range(steps):
        if values is not None:
            scheduler.step(values[step])
        yield optimizer.param_groups[0]['lr']
        x.grad = torch.tensor([0.0])
        optimizer.step()
        if values is None:
            scheduler.step()


S = torch.optim.lr_scheduler
VALUES = [10 / (1 + k) if k < 8 else 1.2 + 0.01 * math.cos(k) if k < 30 else 0.5 + 0.0001 * (k % 3) for k in range(40)]


def warmup(o, count, factor, t_max, eta_min):
    """LinearLR, then CosineAnnealingLR."""
    return S.SequentialLR(o, [S.LinearLR(o, start_factor=factor, total_iters=count), S.CosineAnnealingLR(o, t_max, eta_min)], [count])


def rectified(v):
    return lambda o: S.ReduceLROnPlateau(o, **v)


# Forty steps from the rate 0.5.
SCHEDULES = [
    ('torch', 'constant', '', lambda o: S.LambdaLR(o, lambda t: 1)),
    ('torch', 'constant', 'factor=0.25 total_iters=5', lambda o: S.ConstantLR(o, 0.25, 5)),
    ('torch', 'step', 'step_size=7 gamma=0.3', lambda o: S.StepLR(o, 7, 0.3)),
    ('torch', 'step', 'step_size=15', lambda o: S.StepLR(o, 15)),
    ('torch', 'exponential', 'gamma=0.9', lambda o: S.ExponentialLR(o, 0.9)),
    ('torch', 'cosine', '', lambda o: S.CosineAnnealingLR(o, 40)),
    ('torch', 'cosine', 'T_max=13 eta_min=0.02', lambda o: S.CosineAnnealingLR(o, 13, 0.02)),
    ('torch', 'warmup_cosine', 'warmup_steps=8 start_factor=0.1', lambda o: warmup(o, 8, 0.1, 32, 0)),
    ('torch', 'warmup_cosine', 'warmup_steps=5 start_factor=0.25 T_max=20 eta_min=0.01', lambda o: warmup(o, 5, 0.25, 20, 0.01)),
    ('torch', 'inverse_time', 'decay_rate=0.5 decay_steps=10', lambda o: S.LambdaLR(o, lambda t: 1 / (1 + 0.5 * t / 10))),
    ('torch', 'inverse_time', 'decay_rate=0.5 decay_steps=10 staircase=true', lambda o: S.LambdaLR(o, lambda t: 1 / (1 + 0.5 * (t // 10)))),
    ('torch', 'one_cycle', '', lambda o: S.OneCycleLR(o, 0.5, 40, cycle_momentum=False)),
    ('torch', 'one_cycle', 'max_lr=2 pct_start=0.4 div_factor=10 final_div_factor=100', lambda o: S.OneCycleLR(o, 2, 40, pct_start=0.4, cycle_momentum=False, div_factor=10, final_div_factor=100)),
    ('torch', 'one_cycle', 'max_lr=2 three_phase=true pct_start=0.35', lambda o: S.OneCycleLR(o, 2, 40, pct_start=0.35, cycle_momentum=False, three_phase=True)),
    ('torch', 'one_cycle', 'max_lr=2 anneal_strategy=linear total_steps=60', lambda o: S.OneCycleLR(o, 2, 60, anneal_strategy='linear', cycle_momentum=False)),
    ('torch', 'plateau', '', rectified({})),
    ('torch', 'plateau', 'factor=0.5 patience=2 threshold=0.001', rectified({'factor': 0.5, 'patience': 2, 'threshold': 0.001})),
    ('torch', 'plateau', 'factor=0.5 patience=1 cooldown=3 min_lr=0.1', rectified({'factor': 0.5, 'patience': 1, 'cooldown': 3, 'min_lr': 0.1})),
    ('torch', 'plateau', 'factor=0.3 patience=0 threshold_mode=abs threshold=0.05 eps=0.01', rectified({'factor': 0.3, 'patience': 0, 'threshold': 0.05, 'threshold_mode': 'abs', 'eps': 0.01})),
    ('torch', 'plateau', 'factor=0.5 patience=2 maximize=true', rectified({'mode': 'max', 'factor': 0.5, 'patience': 2})),
]


def write():
    folder = os.path.dirname(os.path.abspath(__file__))
    check_written_rules()
    with open(os.path.join(folder, 'optimizers.tsv'), 'w', encoding='utf-8') as file:
        print('source', 'dialect', 'optimizer', 'settings', 'problem', *STEPS, sep='\t', file=file)
        for row in rows():
            print(*row, sep='\t', file=file)
    with open(os.path.join(folder, 'schedules.tsv'), 'w', encoding='utf-8') as file:
        print('source', 'schedule', 'settings', 'rates', sep='\t', file=file)
        print('values', '', '', ','.join(map(repr, VALUES)), sep='\t', file=file)
        for source, name, text, make in SCHEDULES:
            print(source, name, text, ','.join(map(repr, torch_rates(make, VALUES if name == 'plateau' else None))), sep='\t', file=file)


if __name__ == '__main__':
    write()
