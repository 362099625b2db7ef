using System.Collections.Immutable;

namespace Calculus.CodeExport;

/// <summary>Functions of square matrices by elimination, in C, from which the C# and JavaScript versions follow by changing the declarations.</summary>
internal static class LoopFunctions
{
    /// <summary>The definitions.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        """
        double pivot(double *a, int k, int n) {
            // brings the largest entry of column k to the diagonal and clears the column below it
            int best = k;
            for (int i = k + 1; i < n; i++) if (fabs(a[i * n + k]) > fabs(a[best * n + k])) best = i;
            for (int j = 0; j < n && best != k; j++) {
                double kept = a[k * n + j];
                a[k * n + j] = a[best * n + j];
                a[best * n + j] = kept;
            }
            for (int i = k + 1; i < n && a[k * n + k] != 0.0; i++) {
                double factor = a[i * n + k] / a[k * n + k];
                for (int j = k; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
            }
            return best == k ? a[k * n + k] : -a[k * n + k];
        }
        """,
        """
        double determinant(double *a, int n) {
            // a is overwritten
            double product = 1.0;
            for (int k = 0; k < n; k++) product *= pivot(a, k, n);
            return product;
        }
        """,
        """
        double log_determinant(double *a, int n) {
            // a is overwritten; a negative determinant has no logarithm
            double total = 0.0;
            double sign = 1.0;
            for (int k = 0; k < n; k++) {
                double size = pivot(a, k, n);
                if (size < 0.0) sign = -sign;
                total += log(fabs(size));
            }
            return sign < 0.0 ? log(-1.0) : total;
        }
        """,
        """
        double invert(double *a, double *b, int n) {
            // b becomes the inverse, a is overwritten
            for (int i = 0; i < n * n; i++) b[i] = i % (n + 1) == 0 ? 1.0 : 0.0;
            for (int k = 0; k < n; k++) {
                int best = k;
                for (int i = k + 1; i < n; i++) if (fabs(a[i * n + k]) > fabs(a[best * n + k])) best = i;
                for (int j = 0; j < n; j++) {
                    double of_a = a[best * n + j];
                    double of_b = b[best * n + j];
                    a[best * n + j] = a[k * n + j];
                    b[best * n + j] = b[k * n + j];
                    a[k * n + j] = of_a;
                    b[k * n + j] = of_b;
                }
                double size = a[k * n + k];
                for (int j = 0; j < n; j++) {
                    a[k * n + j] /= size;
                    b[k * n + j] /= size;
                }
                for (int i = 0; i < n; i++) {
                    double factor = i == k ? 0.0 : a[i * n + k];
                    for (int j = 0; j < n; j++) {
                        a[i * n + j] -= factor * a[k * n + j];
                        b[i * n + j] -= factor * b[k * n + j];
                    }
                }
            }
            return b[0];
        }
        """,
        """
        double cofactor(double *a, double *work, int row, int column, int n) {
            // the determinant of a without a row and a column, with its sign
            int m = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i != row && j != column) work[m++] = a[i * n + j];
                }
            }
            return (row + column) % 2 == 0 ? determinant(work, n - 1) : -determinant(work, n - 1);
        }
        """,
    ];
}
