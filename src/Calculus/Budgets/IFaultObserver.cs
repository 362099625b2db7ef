namespace Calculus.Budgets;

/// <summary>Is told of mistakes of the library that an answer survives.</summary>
public interface IFaultObserver
{
    /// <summary>A part that stands beside an answer begins.</summary>
    /// <param name="part">Its name, such as <c>the tangent</c>.</param>
    void Enter(string part)
    {
    }

    /// <summary>A part failed, and the answer goes without it.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="fault">How it failed.</param>
    void Report(string part, Exception fault);
}
