// Logistic regression (t1, t2) by OpenBLAS in two passes over the data, and a network 2-16-16-1 by hand with its matrix products by OpenBLAS.
#include <cblas.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e9 + t.tv_nsec; }
static int compare(const void *a, const void *b) { double x = *(const double *)a, y = *(const double *)b; return (x > y) - (x < y); }

// Nanoseconds of processor time a call, the median of nine rounds.
#define MEASURE(result, call) do { \
    long repetitions = 1; double began, rounds[9]; \
    for (;;) { began = now(); for (long r = 0; r < repetitions; r++) { call; } if (now() - began > 4e7) break; repetitions *= 2; } \
    for (int round = 0; round < 9; round++) { began = now(); for (long r = 0; r < repetitions; r++) { call; } rounds[round] = (now() - began) / repetitions; } \
    qsort(rounds, 9, sizeof(double), compare); result = rounds[4]; } while (0)

static void report(const char *task, const char *metric, double value, const char *unit) {
    printf("{\"task\":\"%s\",\"peer\":\"c\",\"metric\":\"%s\",\"value\":%.6g,\"unit\":\"%s\"}\n", task, metric, value, unit);
}

enum { ROWS = 10000, COLUMNS = 100, FEW = 500, HIDDEN = 16, STEPS = 50 };

static unsigned state;
static double next(void) { state = state * 1664525u + 1013904223u; return state / 4294967296.0 - 0.5; }
static double point(int k) { return 0.3 + (k * 31 % 97) / 97.0; }

static double *X, *y, *m, *r, *S;

static double logistic(const double *restrict w, double *restrict g) {
    double f = 0;
    cblas_dgemv(CblasRowMajor, CblasNoTrans, ROWS, COLUMNS, 1, X, COLUMNS, w, 1, 0, m, 1);
    for (int i = 0; i < ROWS; i++) {
        double z = -y[i] * m[i], e = exp(-fabs(z));
        f += fmax(z, 0) + log(1 + e);
        r[i] = -y[i] * (z > 0 ? 1 / (1 + e) : e / (1 + e)) / ROWS;
    }
    cblas_dgemv(CblasRowMajor, CblasTrans, ROWS, COLUMNS, 1, X, COLUMNS, r, 1, 0, g, 1);
    return f / ROWS;
}

static void hessian(const double *restrict w, double *restrict H) {
    cblas_dgemv(CblasRowMajor, CblasNoTrans, ROWS, COLUMNS, 1, X, COLUMNS, w, 1, 0, m, 1);
    for (int i = 0; i < ROWS; i++) {
        double e = exp(-fabs(m[i])), s = sqrt(e) / (1 + e) / sqrt((double)ROWS);
        for (int j = 0; j < COLUMNS; j++) S[i * COLUMNS + j] = s * X[i * COLUMNS + j];
    }
    cblas_dsyrk(CblasRowMajor, CblasLower, CblasTrans, COLUMNS, ROWS, 1, S, COLUMNS, 0, H, COLUMNS);
}

// Parameters in one vector: A (2 × 16), a, B (16 × 16), b, c, d.
static double P[FEW * HIDDEN], Q[FEW * HIDDEN], U[FEW * HIDDEN], V[FEW * HIDDEN], e[FEW];

static double network(const double *restrict p, double *restrict g) {
    const double *A = p, *a = A + 2 * HIDDEN, *B = a + HIDDEN, *b = B + HIDDEN * HIDDEN, *c = b + HIDDEN, *d = c + HIDDEN;
    double *gA = g, *ga = gA + 2 * HIDDEN, *gB = ga + HIDDEN, *gb = gB + HIDDEN * HIDDEN, *gc = gb + HIDDEN, *gd = gc + HIDDEN, f = 0;
    for (int i = 0; i < FEW; i++) for (int j = 0; j < HIDDEN; j++) P[i * HIDDEN + j] = tanh(X[2 * i] * A[j] + X[2 * i + 1] * A[HIDDEN + j] + a[j]);
    for (int i = 0; i < FEW; i++) memcpy(Q + i * HIDDEN, b, HIDDEN * sizeof(double));
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, FEW, HIDDEN, HIDDEN, 1, P, HIDDEN, B, HIDDEN, 1, Q, HIDDEN);
    for (int i = 0; i < FEW * HIDDEN; i++) Q[i] = tanh(Q[i]);
    memset(g, 0, (2 * HIDDEN + HIDDEN + HIDDEN * HIDDEN + HIDDEN + HIDDEN + 1) * sizeof(double));
    for (int i = 0; i < FEW; i++) {
        double s = *d;
        for (int j = 0; j < HIDDEN; j++) s += Q[i * HIDDEN + j] * c[j];
        e[i] = s - y[i]; f += e[i] * e[i];
        double t = 2 * e[i] / FEW;
        *gd += t;
        for (int j = 0; j < HIDDEN; j++) {
            double q = Q[i * HIDDEN + j], v = t * c[j] * (1 - q * q);
            gc[j] += t * q; V[i * HIDDEN + j] = v; gb[j] += v;
        }
    }
    cblas_dgemm(CblasRowMajor, CblasTrans, CblasNoTrans, HIDDEN, HIDDEN, FEW, 1, P, HIDDEN, V, HIDDEN, 0, gB, HIDDEN);
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, FEW, HIDDEN, HIDDEN, 1, V, HIDDEN, B, HIDDEN, 0, U, HIDDEN);
    for (int i = 0; i < FEW; i++) for (int j = 0; j < HIDDEN; j++) {
        double q = P[i * HIDDEN + j], v = U[i * HIDDEN + j] * (1 - q * q);
        ga[j] += v; gA[j] += X[2 * i] * v; gA[HIDDEN + j] += X[2 * i + 1] * v;
    }
    return f / FEW;
}

static double path[STEPS + 1][400];

static void descend(double (*f)(const double *, double *), int n) {
    static double p[400], g[400];
    for (int k = 0; k < n; k++) p[k] = (point(k) - 0.8) / 4;
    for (int s = 0; s <= STEPS; s++) {
        path[s][n] = f(p, g);
        memcpy(path[s], p, n * sizeof(double));
        for (int k = 0; k < n; k++) p[k] -= 0.01 * g[k];
    }
}

static void data(int rows, int columns) {
    state = 1;
    for (int i = 0; i < rows * columns; i++) X[i] = next();
    for (int i = 0; i < rows; i++) y[i] = next() < 0 ? -1 : 1;
}

int main(void) {
    double w[COLUMNS] = { 0 }, g[COLUMNS], t, *H = malloc(COLUMNS * COLUMNS * 8);
    X = malloc(ROWS * COLUMNS * 8); S = malloc(ROWS * COLUMNS * 8); y = malloc(ROWS * 8); m = malloc(ROWS * 8); r = malloc(ROWS * 8);
    data(ROWS, COLUMNS);
    MEASURE(t, logistic(w, g)); report("t1 logistic", "value and gradient", t / 1e3, "us");
    MEASURE(t, hessian(w, H)); report("t1 logistic", "hessian", t / 1e6, "ms");
    MEASURE(t, descend(logistic, COLUMNS)); report("t2 logistic", "steps", STEPS * 1e9 / t, "1/s");
    data(FEW, 2);
    MEASURE(t, descend(network, 2 * HIDDEN + HIDDEN + HIDDEN * HIDDEN + HIDDEN + HIDDEN + 1)); report("t2 network", "steps", STEPS * 1e9 / t, "1/s");
    return 0;
}
