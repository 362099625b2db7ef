using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>Why a definition cannot be read, and which characters are to blame.</summary>
/// <param name="message">What was found and what was expected, as a sentence.</param>
/// <param name="span">The characters to blame.</param>
/// <param name="hint">A repair where one is likely, such as <c>did you mean 'tanh'?</c>.</param>
public sealed class FormulaException(string message, TextSpan span, string? hint = null) : CalculusException(message)
{
    /// <summary>The characters to blame.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Whether shapes are to blame: with arrays of other shapes in place of its names the text may have a meaning.</summary>
    public bool IsOfShapes { get; init; }

    /// <summary>A repair where one is likely.</summary>
    public string? Hint { get; } = hint;
}
