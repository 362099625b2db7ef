"""Processor time per request of two running services, question by question, in turns.

usage: requests.py PID PORT PID PORT [ROUNDS] [REQUESTS]

The first service is the one to compare with. Each is a process on this machine, whose processor time is read from the
kernel's own clock for it. Printed: microseconds a request of each, the median of the rounds, and the ratio.
"""

import http.client
import json
import statistics
import sys
import time

XY = {"x": 1, "y": 2}
QUESTIONS = [
    ("derivative", {"function": "x^2", "point": 3}),
    ("derivative", {"function": "x^3*sin(x)", "point": 2}),
    ("derivative", {"function": "exp(-x^2/2)*sin(3x+1)+log(1+x^2)/(2+cos(x))", "point": 0.7}),
    ("derivative", {"function": "A(x)=sin(x);B(x)=x^2;C(x)=4x;f(x)=A(B(C(x)))", "point": 1}),
    ("derivative", {"function": "exp(-x^2)*sin(3x)", "order": 3, "point": 0.5}),
    ("evaluate", {"function": "x^2+3", "point": 3}),
    ("evaluate", {"function": "f(x,y)=(1-x)^2+100*(y-x^2)^2", "point": {"x": -1.2, "y": 1}}),
    ("evaluate", {"function": "tanh(x)*sigmoid(2x)+softplus(x)", "point": 0.3}),
    ("gradient", {"function": "f(x,y,z)=x^2*y+sin(y*z)+exp(-x^2)*z", "point": {"x": 1, "y": 2, "z": 0.5}}),
    ("gradient", {"function": "f(x,y)=(x^2+y-11)^2+(x+y^2-7)^2", "point": XY}),
    ("gradient", {"function": "f(w)=mean((X@w-y).^2)", "data": {"X": [[1, 2], [3, 4], [5, 6]], "y": [1, 2, 3]}, "point": {"w": [0.1, 0.2]}}),
    ("hessian", {"function": "f(x,y)=(1-x)^2+100*(y-x^2)^2", "point": {"x": -1.2, "y": 1}}),
    ("jacobian", {"function": "f(x,y)=[x*y,sin(x)+y]", "point": XY}),
    ("directional-derivative", {"function": "f(x,y)=x^2*y", "point": XY, "direction": {"x": 3, "y": 4}}),
    ("slope", {"function": "x^2", "from": 1.5, "to": 2.7}),
    ("chain-rule", {"function": "A(x)=sin(x);B(x)=x^2;f(x)=A(B(x))", "point": 1.2}),
    ("taylor", {"function": "exp(x)*cos(x)", "point": 0, "order": 5}),
    ("implicit", {"function": "x^2+y^2=25", "variable": "y", "point": {"x": 3, "y": 4}}),
    ("derivative/numeric", {"function": "sin(x)^2", "point": 1}),
    ("graph", {"function": "f(x,y)=sin(x*y)+x^2", "point": XY}),
    ("derivative/limit", {"function": "x^3", "point": 2}),
    ("parse", {"function": "x^2*sin(3x)"}),
    ("code", {"function": "x^2*sin(3x)", "language": "numpy"}),
    ("sample", {"function": "sin(x)/x", "window": {"x": [-10, 10]}}),
]


class Service:
    """A running service."""

    def __init__(self, pid, port):
        self.clock = (~int(pid) << 3) | 2
        self.connection = http.client.HTTPConnection("127.0.0.1", int(port))

    def ask(self, route, body):
        self.connection.request("POST", "/api/v1/" + route, body=body, headers={"content-type": "application/json"})
        answer = self.connection.getresponse()
        text = answer.read()
        return answer.status, text

    def understood(self, route, question):
        """The question as this version of the service takes it: a member was once called otherwise."""
        older = {"of" if name == "variable" else name: value for name, value in question.items()}
        bodies = [json.dumps(each).encode() for each in (question, older)]
        return next((body for body in bodies if self.ask(route, body)[0] == 200), None)

    def cost(self, route, body, requests):
        before = time.clock_gettime(self.clock)
        for _ in range(requests):
            self.ask(route, body)
        return (time.clock_gettime(self.clock) - before) / requests * 1e6


def main():
    services = [Service(*sys.argv[1:3]), Service(*sys.argv[3:5])]
    rounds, requests = (int(sys.argv[5]) if len(sys.argv) > 5 else 10), (int(sys.argv[6]) if len(sys.argv) > 6 else 100)
    asked = []
    for route, question in QUESTIONS:
        bodies = [service.understood(route, question) for service in services]
        if all(bodies):
            asked.append((route, question, bodies))
        else:
            print(route, "is not answered by both", file=sys.stderr)
    for _ in range(6):
        for route, _, bodies in asked:
            for service, body in zip(services, bodies):
                service.cost(route, body, 100)
    times = [([], []) for _ in asked]
    for _ in range(rounds):
        for (route, _, bodies), question in zip(asked, times):
            for service, body, costs in zip(services, bodies, question):
                costs.append(service.cost(route, body, requests))
    ratios, sums = [], [0.0, 0.0]
    for (route, question, _), measured in zip(asked, times):
        costs = [statistics.median(costs) for costs in measured]
        sums = [total + cost for total, cost in zip(sums, costs)]
        ratios.append(costs[1] / costs[0])
        print(f"{route:24} {json.dumps(question)[13:60]:48} {costs[0]:8.0f} {costs[1]:8.0f} us  ratio {ratios[-1]:.2f}", flush=True)
    print(f"sum {sums[1] / sums[0]:.2f}, median {statistics.median(ratios):.2f}, largest {max(ratios):.2f}")


main()
