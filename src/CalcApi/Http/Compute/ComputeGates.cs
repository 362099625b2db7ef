using Calculus.Budgets;

namespace CalcApi.Http.Compute;

/// <summary>How long a route's work may be.</summary>
public enum Work
{
    /// <summary>About a second of one core.</summary>
    Quick,

    /// <summary>A descent: up to a minute.</summary>
    Run,
}

/// <summary>A gate for quick questions and one for runs, so that a few runs cannot shut out everybody else.</summary>
/// <param name="limits">The slots and times.</param>
/// <param name="faults">Is told of mistakes in what stands beside answers; where it is missing, as in tests, they are thrown.</param>
internal sealed class ComputeGates(ServiceLimits limits, IFaultObserver? faults = null) : IDisposable
{
    private readonly ComputeGate _quick = new(limits.QuickSlots, limits, limits.QuickSeconds, "quickSeconds");
    private readonly ComputeGate _runs = new(limits.RunSlots, limits, limits.RunSeconds, "runSeconds");

    /// <summary>True while the service can take one more quick question.</summary>
    public bool HasRoom => _quick.HasRoom;

    /// <summary>Answers a question within the gate and the budget of its kind.</summary>
    /// <param name="kind">Quick or run.</param>
    /// <param name="answer">Computes the answer.</param>
    /// <param name="left">Cancelled when the client leaves.</param>
    public Task<T> Run<T>(Work kind, Func<Computation, T> answer, CancellationToken left)
    {
        var (gate, library) = kind == Work.Quick
            ? (_quick, limits.Library)
            : (_runs, limits.Library with { Operations = limits.RunOperations, AllocatedBytes = limits.RunAllocatedBytes });
        return gate.Run(token => answer(new(new Budget(library, faults, token), limits)), left);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _quick.Dispose();
        _runs.Dispose();
    }
}

/// <summary>What a handler computes with.</summary>
/// <param name="Budget">What it may spend.</param>
/// <param name="Limits">The limits on what may be asked.</param>
public sealed record Computation(Budget Budget, ServiceLimits Limits)
{
    /// <summary>A number that stands beside the answer; null, with a note, where it is beyond the range of numbers.</summary>
    /// <param name="part">What it is, such as <c>the rise</c>.</param>
    /// <param name="number">The number, computed from finite ones.</param>
    public double? InRange(string part, double number)
    {
        if (double.IsFinite(number)) return number;
        Budget.Extras.LeaveOut(part, "it is beyond the range of numbers");
        return null;
    }
}
