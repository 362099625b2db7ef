// Value and gradient at a point (e1), over a grid (e2), and descents with every step recorded (d1), written by hand.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e9 + t.tv_nsec; }
static int compare(const void *a, const void *b) { double x = *(const double *)a, y = *(const double *)b; return (x > y) - (x < y); }
static double sink;

// Nanoseconds of processor time a call, the median of nine rounds.
#define MEASURE(result, call) do { \
    long repetitions = 1; double began, rounds[9]; \
    for (;;) { began = now(); for (long r = 0; r < repetitions; r++) { call; __asm__ volatile("" ::: "memory"); } if (now() - began > 4e7) break; repetitions *= 2; } \
    for (int round = 0; round < 9; round++) { began = now(); for (long r = 0; r < repetitions; r++) { call; __asm__ volatile("" ::: "memory"); } rounds[round] = (now() - began) / repetitions; } \
    qsort(rounds, 9, sizeof(double), compare); result = rounds[4]; } while (0)

static void report(const char *task, const char *metric, double value, const char *unit) {
    printf("{\"task\":\"%s\",\"peer\":\"c\",\"metric\":\"%s\",\"value\":%.6g,\"unit\":\"%s\"}\n", task, metric, value, unit);
}

static inline double rosenbrock(double x, double y, double *gx, double *gy) {
    double a = 1 - x, b = y - x * x;
    *gx = -2 * a - 400 * x * b; *gy = 200 * b;
    return a * a + 100 * b * b;
}
static inline double himmelblau(double x, double y, double *gx, double *gy) {
    double a = x * x + y - 11, b = x + y * y - 7;
    *gx = 4 * x * a + 2 * b; *gy = 2 * a + 4 * y * b;
    return a * a + b * b;
}
static inline double mixed(double x, double y, double *gx, double *gy) {
    double e = exp(-y * y), s = sin(x), c = cos(x), q = 1 + x * x + y * y;
    *gx = c * e + 2 * x / q; *gy = -2 * y * s * e + 2 * y / q;
    return s * e + log(q);
}
static inline double net(double x, double y, double *gx, double *gy) {
    double a = tanh(x + 2 * y), b = tanh(3 * x - y), t = tanh(a + b), d = 1 - t * t, da = 1 - a * a, db = 1 - b * b;
    *gx = d * (da + 3 * db); *gy = d * (2 * da - db);
    return t;
}
__attribute__((noinline)) static double rosenbrock2(const double *x, double *g) { return rosenbrock(x[0], x[1], g, g + 1); }
__attribute__((noinline)) static double himmelblau2(const double *x, double *g) { return himmelblau(x[0], x[1], g, g + 1); }
__attribute__((noinline)) static double rosenbrockN(const double *restrict x, double *restrict g, int n) {
    double f = 0;
    for (int i = 0; i < n; i++) g[i] = 0;
    for (int i = 0; i < n - 1; i++) {
        double a = 1 - x[i], b = x[i + 1] - x[i] * x[i];
        f += a * a + 100 * b * b; g[i] += -2 * a - 400 * x[i] * b; g[i + 1] += 200 * b;
    }
    return f;
}
__attribute__((noinline)) static double rastrigin(const double *restrict x, double *restrict g, int n) {
    double f = 10.0 * n;
    for (int i = 0; i < n; i++) { double a = 2 * M_PI * x[i]; f += x[i] * x[i] - 10 * cos(a); g[i] = 2 * x[i] + 20 * M_PI * sin(a); }
    return f;
}
__attribute__((noinline)) static double ackley(const double *restrict x, double *restrict g, int n) {
    double s = 0, c = 0;
    for (int i = 0; i < n; i++) { double a = 2 * M_PI * x[i]; s += x[i] * x[i]; c += cos(a); g[i] = sin(a); }
    double r = sqrt(s / n), u = exp(-0.2 * r), v = exp(c / n);
    for (int i = 0; i < n; i++) g[i] = 4 * u * x[i] / (n * r) + 2 * M_PI * v * g[i] / n;
    return -20 * u - v + 20 + M_E;
}

#define GRID(function) do { \
    double time; \
    MEASURE(time, for (long k = 0; k < N; k++) f[k] = function(x[k], y[k], gx + k, gy + k)); \
    report("e2 " NAME, "points", N * 1e3 / time, "Mpt/s"); } while (0)

enum { N = 1000000, STEPS = 10000 };

// Columns of what a recorded step keeps: the point, the value, the norm of the gradient.
static double px[STEPS + 1], py[STEPS + 1], pf[STEPS + 1], pn[STEPS + 1];

__attribute__((noinline)) static void descend(int kind, double rate) {
    double x = -1.5, y = 2, vx = 0, vy = 0, sx = 0, sy = 0, b1 = 1, b2 = 1;
    for (int k = 0; k <= STEPS; k++) {
        double gx, gy, f = rosenbrock(x, y, &gx, &gy);
        px[k] = x; py[k] = y; pf[k] = f; pn[k] = sqrt(gx * gx + gy * gy);
        if (kind == 0) { x -= rate * gx; y -= rate * gy; }
        else if (kind == 1) { vx = 0.9 * vx + gx; vy = 0.9 * vy + gy; x -= rate * vx; y -= rate * vy; }
        else {
            vx = 0.9 * vx + 0.1 * gx; vy = 0.9 * vy + 0.1 * gy; sx = 0.999 * sx + 0.001 * gx * gx; sy = 0.999 * sy + 0.001 * gy * gy;
            b1 *= 0.9; b2 *= 0.999;
            double s = rate / (1 - b1), r = sqrt(1 - b2);
            x -= s * vx / (sqrt(sx) / r + 1e-8); y -= s * vy / (sqrt(sy) / r + 1e-8);
        }
    }
    sink += x + y;
}

static double point(int k) { return 0.3 + (k * 31 % 97) / 97.0; }

int main(void) {
    double p[100], g[100], t;
    for (int k = 0; k < 100; k++) p[k] = point(k);
    MEASURE(t, sink += rosenbrock2(p, g)); report("e1 rosenbrock-2", "value and gradient", t, "ns");
    MEASURE(t, sink += himmelblau2(p, g)); report("e1 himmelblau-2", "value and gradient", t, "ns");
    MEASURE(t, sink += rosenbrockN(p, g, 100)); report("e1 rosenbrock-100", "value and gradient", t, "ns");
    MEASURE(t, sink += rastrigin(p, g, 100)); report("e1 rastrigin-100", "value and gradient", t, "ns");
    MEASURE(t, sink += ackley(p, g, 10)); report("e1 ackley-10", "value and gradient", t, "ns");
    MEASURE(t, sink += ackley(p, g, 100)); report("e1 ackley-100", "value and gradient", t, "ns");

    double *x = malloc(N * 8), *y = malloc(N * 8), *f = malloc(N * 8), *gx = malloc(N * 8), *gy = malloc(N * 8);
    for (int k = 0; k < N; k++) { x[k] = -2 + 4.0 * (k % 1000) / 999; y[k] = -2 + 4.0 * (k / 1000) / 999; }
#define NAME "rosenbrock"
    GRID(rosenbrock);
#undef NAME
#define NAME "himmelblau"
    GRID(himmelblau);
#undef NAME
#define NAME "mixed"
    GRID(mixed);
#undef NAME
#define NAME "tanh-net"
    GRID(net);
    MEASURE(t, descend(0, 1e-4)); report("d1 gradient_descent", "recorded step", t / STEPS, "ns");
    MEASURE(t, descend(1, 1e-4)); report("d1 momentum", "recorded step", t / STEPS, "ns");
    MEASURE(t, descend(2, 1e-2)); report("d1 adam", "recorded step", t / STEPS, "ns");
    return sink == 42;
}
