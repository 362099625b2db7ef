namespace Calculus.Learning;

/// <summary>What is to be predicted.</summary>
[Flags]
internal enum LearningTasks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A quantity.</summary>
    Quantity = 1,

    /// <summary>Which of two classes, by one logit.</summary>
    TwoClasses = 2,

    /// <summary>Which of several classes, by a logit for each.</summary>
    ManyClasses = 4,

    /// <summary>Whatever there is.</summary>
    All = Quantity | TwoClasses | ManyClasses,
}
