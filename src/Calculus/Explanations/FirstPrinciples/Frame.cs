using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>The letters of one difference quotient: the variable and the step that it is moved by.</summary>
internal sealed class Frame(SyntaxFactory factory, string variable, string step)
{
    /// <summary>The variable's name.</summary>
    public string Variable => variable;

    /// <summary>The step's name.</summary>
    public string Step => step;

    /// <summary>The variable, such as x.</summary>
    public SyntaxNode At { get; } = factory.Name(variable);

    /// <summary>The step, such as h.</summary>
    public SyntaxNode By { get; } = factory.Name(step);

    /// <summary>Where the variable is moved to, such as x + h.</summary>
    public SyntaxNode Shifted { get; } = factory.Add(factory.Name(variable), factory.Name(step));
}

/// <summary>A function of a frame's variable whose difference quotient is studied.</summary>
/// <param name="Node">The function as a line.</param>
/// <param name="Frame">The letters.</param>
internal readonly record struct Part(SyntaxNode Node, Frame Frame);
