using System.Collections.Immutable;

namespace Calculus.CodeExport;

/// <summary>What NumPy lacks for arrays; the other libraries of Python have the same names.</summary>
internal static class PythonFunctions
{
    /// <summary>The definitions, with the module as <c>np.</c>.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        """
        def logsumexp(x, axis):
            largest = np.max(x, axis=axis, keepdims=True)
            return np.squeeze(largest, axis=axis) + np.log(np.sum(np.exp(x - largest), axis=axis))
        """,
        """
        def share(x, axis):
            # 1 at the largest entry, split evenly at a tie, 0 elsewhere
            is_largest = np.where(x == np.max(x, axis=axis, keepdims=True), 1.0, 0.0)
            return is_largest / np.sum(is_largest, axis=axis, keepdims=True)
        """,
        """
        def other_products(x):
            # at each place of the last axis the product of all other entries
            return np.prod(np.where(np.eye(x.shape[-1]) == 1, 1.0, x[..., None, :]), axis=-1)
        """,
        """
        def other_pair_products(x):
            # at each pair of places the product of all entries but these two
            one = np.eye(x.shape[0])
            kept = np.logical_and(one[:, None, :] == 0, one[None, :, :] == 0)
            return np.prod(np.where(kept, x, 1.0), axis=-1) * (1.0 - one)
        """,
        """
        def log_determinant(a):
            sign, size = np.linalg.slogdet(a)
            return np.where(sign < 0, np.nan, size)
        """,
        """
        def cofactors(a):
            # det(a) inv(a).T, which a singular matrix has too: of a = u diag(s) v
            u, s, v = np.linalg.svd(a)
            return np.linalg.det(u) * np.linalg.det(v) * ((u * other_products(s)) @ v)
        """,
        """
        def put(x, axis, start, step, length):
            # zeros, with the entries of x added at the places start, start + step, ... of an axis
            places = start + step * np.arange(x.shape[axis])
            chosen = np.where(places[:, None] == np.arange(length), 1.0, 0.0)
            return np.moveaxis(np.moveaxis(x, axis, -1) @ chosen, -1, axis)
        """,
    ];
}
