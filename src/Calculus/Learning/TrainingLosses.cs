using Calculus.Binding.Arrays;

namespace Calculus.Learning;

/// <summary>The losses of the function language, and what can be trained with each.</summary>
internal static class TrainingLosses
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TrainingLoss> All { get; } =
    [
        Of("mse", LearningTasks.All, "A.-M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805"),
        Of("mae", LearningTasks.All, "R. J. Boscovich, De litteraria expeditione per pontificiam ditionem, 1757"),
        Of("rmse", LearningTasks.All, "C. F. Gauss, Theoria combinationis observationum erroribus minimis obnoxiae, 1823"),
        Of("huber", LearningTasks.All, "P. J. Huber, Robust estimation of a location parameter, Annals of Mathematical Statistics 35, 1964"),
        Of("log_cosh", LearningTasks.All, "P. J. Green, Bayesian reconstructions from emission tomography data using a modified EM algorithm, IEEE Transactions on Medical Imaging 9, 1990"),
        Of("log_loss", LearningTasks.TwoClasses, "I. J. Good, Rational decisions, Journal of the Royal Statistical Society B 14, 1952"),
        Of("log_loss_with_logits", LearningTasks.TwoClasses, "D. R. Cox, The regression analysis of binary sequences, Journal of the Royal Statistical Society B 20, 1958"),
        Of("cross_entropy", LearningTasks.ManyClasses, "J. S. Bridle, Probabilistic interpretation of feedforward classification network outputs, Neurocomputing, Springer, 1990"),
        Of("categorical_cross_entropy", LearningTasks.ManyClasses, "J. S. Bridle, Probabilistic interpretation of feedforward classification network outputs, Neurocomputing, Springer, 1990"),
        Of("kl", LearningTasks.ManyClasses, "S. Kullback and R. A. Leibler, On information and sufficiency, Annals of Mathematical Statistics 22, 1951"),
        Of("hinge", LearningTasks.TwoClasses, "C. Cortes and V. Vapnik, Support-vector networks, Machine Learning 20, 1995"),
        // Its derivative is 0 wherever there is one.
        Of("error_rate", LearningTasks.None, null),
    ];

    /// <summary>The loss of a name or of one of its other names; null where there is none.</summary>
    public static TrainingLoss? Find(string name) => All.FirstOrDefault(loss =>
        string.Equals(loss.Name, name, StringComparison.Ordinal) || loss.Function.Aliases.Contains(name, StringComparer.Ordinal));

    /// <summary>
    /// The loss that goes with what is predicted: the negative logarithm of the probability of the data, noise being normal. That of two classes is
    /// written with probabilities, as textbooks do, and computed from logits.
    /// </summary>
    public static TrainingLoss Natural(LearningTasks task) => Find(task switch
    {
        LearningTasks.Quantity => "mse",
        LearningTasks.TwoClasses => "log_loss",
        _ => "cross_entropy",
    })!;

    private static TrainingLoss Of(string name, LearningTasks tasks, string? source) => new(ArrayFunctions.ByName[name], tasks, source);
}
