namespace Calculus.Budgets;

/// <summary>What a computation is busy with, for those who measure.</summary>
public enum Stage
{
    /// <summary>What has no name of its own.</summary>
    Other,

    /// <summary>Text is read.</summary>
    Parse,

    /// <summary>Names get their meaning.</summary>
    Bind,

    /// <summary>Derivatives are taken.</summary>
    Derive,

    /// <summary>Formulas are brought into the form that people read.</summary>
    Simplify,

    /// <summary>Formulas are written.</summary>
    Print,

    /// <summary>Numbers are computed.</summary>
    Evaluate,

    /// <summary>Numbers get their guarantee.</summary>
    Certify,

    /// <summary>Formulas are checked.</summary>
    Verify,

    /// <summary>Steps are found.</summary>
    Explain,

    /// <summary>A descent or a training runs.</summary>
    Descend,

    /// <summary>Critical points are searched for.</summary>
    Search,
}

/// <summary>Is told which stage is under way.</summary>
public interface IStageObserver
{
    /// <summary>Another stage begins, within the one before it or after it.</summary>
    /// <param name="stage">What is under way from now on.</param>
    /// <returns>What was under way.</returns>
    Stage Turn(Stage stage);
}

/// <summary>A stage from its beginning until this is disposed of; then the stage around it goes on.</summary>
internal readonly ref struct StageMark : IDisposable
{
    private readonly IStageObserver? _observer;
    private readonly Stage _around;

    /// <summary>Begins.</summary>
    public StageMark(IStageObserver? observer, Stage stage)
    {
        _observer = observer;
        if (observer is not null) _around = observer.Turn(stage);
    }

    /// <summary>Ends.</summary>
    public void Dispose() => _observer?.Turn(_around);
}
