"""What a question costs beyond reading and writing JSON: wrk asks a running service and the bare echo in turns, one core each.

usage: h1.py PID PORT [SECONDS]

Every question is about a function never asked before. Printed for each: requests a second, the slowest of a hundred, microseconds of
processor time a request, and how many times the echo's that is. The echo is started and ended here; it answers as many bytes.
"""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ECHO = Path(__file__).parent / "bin/Release/net10.0/Benchmarks.dll"
ECHO_PORT = 5459
ROUNDS = 3
SCRIPT = """
local count = %d
request = function()
  count = count + 1
  return wrk.format("POST", "/api/v1/%s", {["content-type"] = "application/json"}, string.format([[%s]], count, count %% 997 + 2))
end
"""
QUESTIONS = [
    ("derivative", '{"function":"%dx^3*sin(%dx)+exp(-x^2)"}'),
    ("derivative", '{"function":"%dx^3*sin(%dx)+exp(-x^2)","verify":false}'),
    ("gradient", '{"function":"f(x,y)=sin(%dx*y)+exp(-x^2)*%dy"}'),
    ("gradient", '{"function":"f(x,y)=sin(%dx*y)+exp(-x^2)*%dy","verify":false}'),
]


def length(port, route, body):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", "/api/v1/" + route, body=body % (3, 5), headers={"content-type": "application/json"})
    return len(connection.getresponse().read())


def load(pid, port, route, body, seconds, first):
    clock = (~pid << 3) | 2
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % (first, route, body))
        script.flush()
        before = time.clock_gettime(clock)
        said = subprocess.run(["wrk", "-t1", "-c4", f"-d{seconds}s", "--latency", "-s", script.name, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True).stdout
        spent = time.clock_gettime(clock) - before
    if "Non-2xx" in said:
        raise SystemExit(said)
    requests = int(re.search(r"(\d+) requests in", said).group(1))
    return requests / seconds, re.search(r"99%\s+(\S+)", said).group(1), spent / requests * 1e6


def main():
    pid, port, seconds = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 4
    os.sched_setaffinity(pid, {0})
    first = int(time.time()) % 1_000_000 * 1_000
    for route, body in QUESTIONS:
        echo = subprocess.Popen(["dotnet", str(ECHO), "echo", f"http://127.0.0.1:{ECHO_PORT}", str(length(port, route, body))], stdout=subprocess.DEVNULL)
        try:
            time.sleep(2)
            os.sched_setaffinity(echo.pid, {0})
            os.sched_setaffinity(0, {1})
            runs = {"service": (pid, port), "echo": (echo.pid, ECHO_PORT)}
            measured = {name: [] for name in runs}
            for turn in range(ROUNDS + 1):
                for name, (process, address) in runs.items():
                    first += 1_000_000
                    measured[name].append(load(process, address, route, body, seconds, first))
        finally:
            echo.terminate()
        best = {name: min(results[1:], key=lambda result: result[2]) for name, results in measured.items()}
        for name, (rate, slowest, spent) in best.items():
            print(f"h1 {route:11} {body[-16:]:18} {name:8} {rate:8.0f} requests/s  p99 {slowest:>9}  {spent:7.1f} us  {spent / best['echo'][2]:.1f} times the echo", flush=True)


main()
