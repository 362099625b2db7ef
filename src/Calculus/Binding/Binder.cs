using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Calculus.Binding.Arrays;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>
/// Gives every name of a definition its meaning and makes the expression. Helpers are written out where they are used;
/// an undeclared name is a variable where there is no signature, otherwise a letter without a value.
/// </summary>
internal sealed class Binder
{
    private readonly Definition _definition;
    private readonly BindingContext _context;
    private readonly HashSet<string>? _signature;
    private readonly Dictionary<string, int> _firstAppearance = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Helper> _helpers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Bound Value, int Place)> _named = new(StringComparer.Ordinal);
    private int _indices, _nested;

    private Binder(Definition definition, BindingContext context, Graph graph)
    {
        (_definition, _context, Graph) = (definition, context, graph);
        var studied = definition.Statements[^1];
        _signature = studied.Parameters?.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The name under which a definition differentiates: <c>diff(u, x, n)</c>.</summary>
    public const string DerivativeName = "diff";

    /// <summary>Every name of a function: those of the catalogue, those of vectors and matrices, and <see cref="DerivativeName"/>.</summary>
    public static FrozenSet<string> FunctionNames { get; } =
        Catalogue.Names.Concat(ArrayFunctions.Names).Append(DerivativeName).ToFrozenSet(StringComparer.Ordinal);

    internal Graph Graph { get; }

    internal IReadOnlyDictionary<string, Function> Functions => _context.Functions;

    internal IReadOnlyDictionary<string, Helper> Helpers => _helpers;

    /// <summary>Binds a definition in a graph.</summary>
    /// <param name="definition">The definition as written.</param>
    /// <param name="context">What else the request says about names.</param>
    /// <param name="graph">Where the expression is made: a graph that rewrites, or one that keeps it as written.</param>
    /// <exception cref="FormulaException">A name or a construct has no meaning.</exception>
    /// <exception cref="LimitException">The definition needs more than a limit allows.</exception>
    public static BoundDefinition Bind(Definition definition, BindingContext context, Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        using var stage = graph.Budget.In(Stage.Bind);
        return new Binder(OpenForms.Settled(definition, context, graph), context, graph) { Format = definition.Format }.Run();
    }

    /// <summary>Binds a definition of another notation only to learn which operations its signs stand for.</summary>
    /// <exception cref="FormulaException">A name or a construct has no meaning.</exception>
    internal static void Probe(Definition definition, BindingContext context, Graph graph, Action<SyntaxNode, SyntaxKind> found) =>
        new Binder(definition, context, graph) { Found = found, Format = definition.Format }.Run();

    /// <summary>Is told which operation a sign of another notation stands for.</summary>
    internal Action<SyntaxNode, SyntaxKind>? Found { get; private init; }

    /// <summary>The notation of the definition.</summary>
    internal SourceFormat Format { get; private init; }

    internal IReadOnlyDictionary<string, double> Data => _context.Data;

    internal ArrayValue? ArrayNamed(string name) => _context.Arrays.GetValueOrDefault(name);

    /// <summary>The meaning of a name that stands for a value.</summary>
    internal Bound Resolve(string name, TextSpan span, IReadOnlyDictionary<string, Bound> arguments, int before)
    {
        if (arguments.TryGetValue(name, out var argument)) return argument;
        if (_named.TryGetValue(name, out var named) && named.Place < before) return named.Value;
        return Global(name, span);
    }

    /// <summary>The symbol that this name refers to when it is differentiated by.</summary>
    internal bool TryResolveVariable(SyntaxNode node, IReadOnlyDictionary<string, Bound> arguments, int before, [NotNullWhen(true)] out Symbol? symbol)
    {
        symbol = node.Kind == SyntaxKind.Name && !_named.ContainsKey(node.Text)
            ? Resolve(node.Text, node.Span, arguments, before).Value as Symbol
            : null;
        return symbol is { Role: SymbolRole.Variable or SymbolRole.Argument };
    }

    /// <summary>Whether the request says what a name is: by a value or by a shape.</summary>
    internal bool IsDeclared(string name) => _context.IsDatum(name) || _context.Shapes.ContainsKey(name) || _context.Declared.Contains(name);

    /// <summary>A name for an index that no other index has.</summary>
    internal string NextIndex(string name) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}:{_indices++}");

    /// <summary>Counts calls of helpers within helpers while they are bound.</summary>
    /// <exception cref="LimitException">They are nested deeper than allowed.</exception>
    internal Nesting Nest(TextSpan span)
    {
        var maximum = Graph.Budget.Limits.Depth;
        if (_nested >= maximum)
            throw new LimitException("depth", maximum, $"Calls of functions of arrays are nested more than {maximum} levels deep.") { Start = span.Start, End = span.End };
        _nested++;
        return new Nesting(this);
    }

    private BoundDefinition Run()
    {
        var none = new Dictionary<string, Bound>(StringComparer.Ordinal);
        for (var place = 0; place < _definition.Statements.Count - 1; place++)
        {
            var statement = _definition.Statements[place];
            if (statement.Parameters is { } parameters) _helpers[statement.Name!] = Helper.Bind(this, statement, parameters, place);
            else _named[statement.Name!] = (StatementBinder.Bind(this, statement, none, place), place);
        }

        var studied = _definition.Statements[^1];
        var function = StatementBinder.Bind(this, studied, none, _definition.Statements.Count).Value;
        var variables = studied.Parameters is { } signature
            ? signature.Where(parameter => !_context.IsDatum(parameter.Name)).Select(static parameter => parameter.Name)
            : FreeNames(function);
        Symbol[] inputs = [.. variables.Select(name => Graph.Symbol(name, SymbolRole.Variable, _context.ShapeOf(name)))];
        var maximum = Graph.Budget.Limits.Variables;
        if (inputs.Length > maximum)
            throw new LimitException("variables", maximum, $"The function has {inputs.Length} variables; at most {maximum} are allowed.", inputs.Length);
        return new BoundDefinition(studied.Name, inputs, function)
        {
            Definition = _definition,
            Context = _context,
            SymbolOf = Meaning,
            Functions = Functions,
            Named = _named.ToDictionary(static named => named.Key, static named => named.Value.Value.Value, StringComparer.Ordinal),
        };
    }

    // Once everything is read, any other name is a letter without a value.
    private Symbol Meaning(string name) =>
        _context.IsDatum(name) || _signature?.Contains(name) == true || _firstAppearance.ContainsKey(name) || NamedConstants.TryValue(name, out _)
            ? Global(name, default)
            : Graph.Symbol(name, SymbolRole.Parameter, _context.ShapeOf(name));

    private Symbol Global(string name, TextSpan span)
    {
        var shape = _context.ShapeOf(name);
        if (_context.IsDatum(name)) return Graph.Symbol(name, SymbolRole.Datum, shape);
        if (_signature?.Contains(name) == true) return Graph.Symbol(name, SymbolRole.Variable, shape);
        if (_context.IsLength(name)) return Graph.Symbol(name, SymbolRole.Dimension);
        if (NamedConstants.TryValue(name, out _) && (_signature is not null || !_context.Declared.Contains(name) || name is NamedConstants.Pi or NamedConstants.Infinity)) return Graph.Symbol(name, SymbolRole.Constant);
        if (_signature is not null) return Graph.Symbol(name, SymbolRole.Parameter, shape);
        _firstAppearance.TryAdd(name, span.Start);
        return Graph.Symbol(name, SymbolRole.Variable, shape);
    }

    // Names that cancel out, as in x - x, stay variables: what counts is that they occur in the text of the function.
    private List<string> FreeNames(Expression function)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var own = _definition.Statements[^1];
        for (var i = 0; i < own.Nodes.Count; i++)
        {
            if (own.Nodes[i].Kind == SyntaxKind.Name) used.Add(own.Nodes[i].Text);
        }

        foreach (var node in Reachable.From(function))
        {
            if (node is Symbol { Role: SymbolRole.Variable } symbol) used.Add(symbol.Name);
        }

        var names = new List<(string Name, int Place)>(_firstAppearance.Count);
        foreach (var (name, place) in _firstAppearance)
        {
            if (used.Contains(name)) names.Add((name, place));
        }

        // Names have places of their own.
        names.Sort(static (a, b) => a.Place.CompareTo(b.Place));
        return names.ConvertAll(static each => each.Name);
    }

    /// <summary>One call of a helper while its body is bound.</summary>
    internal readonly struct Nesting(Binder binder) : IDisposable
    {
        /// <summary>The body is bound.</summary>
        public void Dispose() => binder._nested--;
    }
}
