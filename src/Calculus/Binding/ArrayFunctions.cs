using System.Collections.Frozen;

namespace Calculus.Binding;

/// <summary>Functions of vectors and matrices. They keep their names from meaning anything else, and their calls are refused by name.</summary>
internal static class ArrayFunctions
{
    /// <summary>Their names.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "sum", "mean", "prod", "norm", "norm1", "norm2", "norminf", "dot", "outer", "trace", "tr", "det", "inv", "logdet", "transpose", "diag",
        "softmax", "log_softmax", "logsumexp", "zeros", "ones", "eye", "pad", "table", "rowsum", "colsum", "rowmean", "colmean",
        "mse", "mae", "rmse", "huber", "log_cosh", "log_loss", "bce", "log_loss_with_logits", "cross_entropy", "categorical_cross_entropy",
        "kl", "hinge", "error_rate");
}
