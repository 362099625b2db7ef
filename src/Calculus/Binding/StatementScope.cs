using System.Diagnostics.CodeAnalysis;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Names inside one statement: its parameters, then what earlier statements define, then everything else.</summary>
internal sealed class StatementScope(Binder binder, IReadOnlyDictionary<string, Bound> arguments, int before) : IScope
{
    public Graph Graph => binder.Graph;

    public IReadOnlyDictionary<string, Function> Functions => binder.Functions;

    public IReadOnlyDictionary<string, double> Data => binder.Data;

    public ArrayValue? ArrayNamed(string name) => binder.ArrayNamed(name);

    public Bound Resolve(SyntaxNode name) => binder.Resolve(name.Text, name.Span, arguments, before);

    public bool IsDeclared(string name) => binder.IsDeclared(name);

    public string NextIndex(string name) => binder.NextIndex(name);

    public bool TryResolveVariable(SyntaxNode name, [NotNullWhen(true)] out Symbol? symbol) => binder.TryResolveVariable(name, arguments, before, out symbol);

    public SourceFormat Format => binder.Format;

    public void Tell(SyntaxNode node, SyntaxKind kind) => binder.Found?.Invoke(node, kind);

    public bool TryHelper(string name, [NotNullWhen(true)] out Helper? helper) => binder.Helpers.TryGetValue(name, out helper) && helper.Place < before;
}
