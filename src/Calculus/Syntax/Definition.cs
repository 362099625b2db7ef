namespace Calculus.Syntax;

/// <summary>A parameter of a signature.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">Where it is declared.</param>
public sealed record Parameter(string Name, TextSpan Span);

/// <summary>One statement of a definition.</summary>
/// <param name="Name">The name it defines, or null for a bare expression.</param>
/// <param name="NameSpan">Where that name stands.</param>
/// <param name="Parameters">The parameters of <c>f(x, z) = …</c>; null for <c>p = …</c> and bare expressions.</param>
/// <param name="Body">The tree of the right-hand side.</param>
/// <param name="Nodes">Every node of the body, children before parents, so that a pass is a loop.</param>
public sealed record Statement(
    string? Name,
    TextSpan NameSpan,
    IReadOnlyList<Parameter>? Parameters,
    SyntaxNode Body,
    IReadOnlyList<SyntaxNode> Nodes);

/// <summary>A definition as it was written: helpers first, the function under study last.</summary>
/// <param name="Text">The text as given; spans are offsets into it.</param>
/// <param name="Statements">The statements in order; at least one.</param>
/// <param name="Notes">Notes on how the text was read.</param>
public sealed record Definition(string Text, IReadOnlyList<Statement> Statements, IReadOnlyList<Note> Notes)
{
    /// <summary>The notation in which it was written.</summary>
    public SourceFormat Format { get; init; }
}
