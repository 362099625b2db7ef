using System.Diagnostics.CodeAnalysis;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>What names mean at the place of a tree.</summary>
internal interface IScope
{
    /// <summary>Where expressions are made.</summary>
    Graph Graph { get; }

    /// <summary>The functions that can be called by name, besides those that the definition defines.</summary>
    IReadOnlyDictionary<string, Function> Functions { get; }

    /// <summary>The meaning of a name that stands for a value.</summary>
    Bound Resolve(SyntaxNode name);

    /// <summary>The symbol that this name refers to when it is differentiated by.</summary>
    bool TryResolveVariable(SyntaxNode name, [NotNullWhen(true)] out Symbol? symbol);

    /// <summary>Values of numbers that the request gives.</summary>
    IReadOnlyDictionary<string, double> Data { get; }

    /// <summary>The values of an array that the request gives; null where they are not known here.</summary>
    ArrayValue? ArrayNamed(string name);

    /// <summary>Whether the request says what a name is: by a value or by a shape.</summary>
    bool IsDeclared(string name);

    /// <summary>A name for an index that no other index has.</summary>
    string NextIndex(string name);

    /// <summary>The notation of the definition.</summary>
    SourceFormat Format => SourceFormat.Text;

    /// <summary>Is told which operation a sign of another notation stands for.</summary>
    void Tell(SyntaxNode node, SyntaxKind kind)
    {
    }

    /// <summary>A function that the definition itself defines.</summary>
    bool TryHelper(string name, [NotNullWhen(true)] out Helper? helper);
}
