"""The data sets that have a name, made a second time: prints the hashes that DataSetTests expects for seed 7.

Only sums, products and comparisons of doubles go into them, so every implementation of IEEE 754 must find the same bits.
"""
import hashlib
import math
import struct

MASK = (1 << 64) - 1


class Random:
    """SplitMix64, seeded by FNV-1a of seed, purpose and part as doubles; uniform and normal numbers (Karney, algorithm N)."""

    def __init__(self, seed, purpose=0, part=0):
        state = 14695981039346656037
        for number in (seed, purpose, part):
            bits = struct.unpack("<Q", struct.pack("<d", float(number)))[0]
            state = ((state ^ bits) * 1099511628211) & MASK
        self.state = state

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = ((self.state ^ (self.state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def uniform(self):
        return (self.bits() >> 11) * (1.0 / (1 << 53))

    def happens(self, x):
        falls, last = True, x
        while True:
            following = self.uniform()
            if following >= last:
                return falls
            last, falls = following, not falls

    def always(self, times, exponent):
        return all(self.happens(exponent) for _ in range(times))

    def normal(self):
        while True:
            whole = 0
            while self.happens(0.5):
                whole += 1
            x = self.uniform()
            if not self.always(whole * (whole - 1), 0.5):
                continue
            if not self.always(whole + 1, x * ((2 * whole) + x) / ((2 * whole) + 2)):
                continue
            return whole + x if (self.bits() >> 33) % 2 == 0 else -(whole + x)


def circle(turns):
    angle = (turns - math.floor(turns)) * (2 * math.pi / 64)
    cosine, sine, term = 1.0, 0.0, 1.0
    for power in range(1, 12, 2):
        sign = 1 if power % 4 == 1 else -1
        term *= angle / power
        sine += sign * term
        term *= angle / (power + 1)
        cosine -= sign * term
    for _ in range(6):
        cosine, sine = (cosine - sine) * (cosine + sine), 2 * cosine * sine
    return cosine, sine


def moons(label, share, random):
    cosine, sine = circle(share / 2)
    return (cosine, sine) if label == 0 else (1 - cosine, 0.5 - sine)


def circles(label, share, random):
    radius = 1 if label == 0 else 0.5
    cosine, sine = circle(share)
    return radius * cosine, radius * sine


def spirals(label, share, random):
    cosine, sine = circle(1.75 * share)
    radius = 5 * share if label == 0 else -5 * share
    return radius * sine, radius * cosine


def blobs(label, share, random):
    cosine, sine = circle(label / 3.0)
    return 2 * cosine, 2 * sine


def xor(label, share, random):
    x1 = -1 + (2 * random.uniform())
    x2 = random.uniform()
    return x1, (-x2 if (x1 < 0) == (label == 0) else x2)


def curve(formula, noise, points=200):
    random, inputs, targets = Random(7), [], []
    for i in range(points):
        x = (2.0 * i / (points - 1)) - 1
        inputs.append(x)
        targets.append(formula(x) + (noise * random.normal()))
    return inputs + targets


def plane(position, noise, classes=2, points=200):
    random, inputs, targets = Random(7), [], []
    for i in range(points):
        label = i % classes
        own = (points - label + classes - 1) // classes
        x1, x2 = position(label, i // classes / (own - 1.0), random)
        inputs.append(x1 + (noise * random.normal()))
        inputs.append(x2 + (noise * random.normal()))
        targets.append(float(label))
    return inputs + targets


DATA_SETS = {
    "advertising": [37.8, 39.3, 45.9, 41.3, 22.1, 10.4, 18.3, 18.5],
    "line": curve(lambda x: (2 * x) + 1, 0.1),
    "parabola": curve(lambda x: x * x, 0.1),
    "blobs": plane(blobs, 0.5, classes=3),
    "xor": plane(xor, 0.0),
    "circles": plane(circles, 0.05),
    "moons": plane(moons, 0.1),
    "spirals": plane(spirals, 0.1),
}

for name, numbers in DATA_SETS.items():
    print(name, hashlib.sha256(struct.pack(f"<{len(numbers)}d", *numbers)).hexdigest()[:16])
