"""Derivatives of functions.txt by SymPy, and the lengths of its answers beside this library's, both counted by SymPy."""

import json
import statistics
import time
from pathlib import Path

import sympy
from sympy.parsing.sympy_parser import convert_xor, implicit_multiplication, parse_expr, standard_transformations

X = sympy.Symbol("x", real=True)
NAMES = {"x": X, "log": sympy.log, "abs": sympy.Abs, "sign": sympy.sign, "relu": lambda u: sympy.Max(u, 0), "step": sympy.Heaviside}
READ = (*standard_transformations, implicit_multiplication, convert_xor)


def read(text, evaluate=True):
    return parse_expr(text, local_dict=NAMES, transformations=READ, evaluate=evaluate)


def figure(task, peer, metric, value, unit):
    print(json.dumps({"task": task, "peer": peer, "metric": metric, "value": value, "unit": unit}), flush=True)


def main():
    functions = [line.split("\t") for line in Path("functions.txt").read_text().splitlines()]
    plain, simplified, theirs, ours = [], [], [], []
    for text, answer in functions:
        sympy.core.cache.clear_cache()
        begun = time.perf_counter()
        derivative = sympy.diff(read(text), X)
        str(derivative)
        plain.append(time.perf_counter() - begun)
        short = sympy.simplify(derivative)
        str(short)
        simplified.append(time.perf_counter() - begun)
        theirs.append(int(sympy.count_ops(short)))
        ours.append(int(sympy.count_ops(read(answer, evaluate=False))))
    figure("s1 as the rules give it", "sympy", "text to printed derivative", statistics.mean(plain) * 1e6, "us")
    figure("s1 simplified", "sympy", "text to printed derivative", statistics.mean(simplified) * 1e6, "us")
    figure("s1 simplified", "sympy", "operations, median", statistics.median(theirs), "ops")
    figure("s1 simplified", "calcapi", "operations, median", statistics.median(ours), "ops")
    figure("s1 simplified", "calcapi", "answers that are the longer", sum(a > b for a, b in zip(ours, theirs)), "of 30")
    figure("s1 simplified", "sympy", "answers that are the longer", sum(a < b for a, b in zip(ours, theirs)), "of 30")


main()
