using Calculus.Binding;
using Calculus.Binding.Arrays;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// The function under study as one line: named parts are written in, and derivatives inside the definition are
/// worked out, each with its steps.
/// </summary>
internal sealed class WrittenOut
{
    private readonly Notation _notation;
    private readonly Proof _proof;
    private readonly Dictionary<string, SyntaxNode> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<string> Parameters, SyntaxNode Body)> _functions = new(StringComparer.Ordinal);
    private readonly List<Step> _inner = [];
    private readonly Dictionary<string, SyntaxNode> _withCalls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxNode> _valuesWithCalls = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxNode, string> _names = [];
    private bool _changed, _keepsCalls, _countsOut;

    private WrittenOut(Notation notation, Proof proof) => (_notation, _proof) = (notation, proof);

    /// <summary>The functions that the definition names, written out in their parameters.</summary>
    public IReadOnlyDictionary<string, (IReadOnlyList<string> Parameters, SyntaxNode Body)> Functions => _functions;

    /// <summary>The names of the values that the definition names, by the lines that keep calls.</summary>
    public IReadOnlyDictionary<SyntaxNode, string> Values => _names;

    /// <summary>The line; where it differs from the last statement, a step that writes it out is added.</summary>
    public static SyntaxNode Of(Definition definition, Notation notation, Proof proof, List<Step> steps)
    {
        var writing = new WrittenOut(notation, proof);
        writing.ReadHelpers(definition);
        writing._changed = false;
        var own = writing.Written(definition.Statements[^1]);
        if (!writing._changed) return own;
        var before = notation.Copy(definition.Statements[^1].Nodes);
        var step = notation.Counted(new Step(
            writing._inner.Count > 0 && definition.Statements.Count == 1 ? DerivativeRules.InnerDerivative : DerivativeRules.WriteOut,
            writing._inner.Count > 0 ? DerivativeRules.InnerDerivative.Sentence
                : writing._countsOut && definition.Statements.Count == 1 ? "What is named here for vectors and matrices is written out for numbers." : DerivativeRules.WriteOut.Sentence,
            writing.WithDefinitions(definition, before), notation.Print(own), writing._inner));
        proof.Claim(step, notation.Function, notation.Read(own));
        steps.Add(step);
        return own;
    }

    /// <summary>The line with the calls of the functions that the definition names kept; a function that calls others is replaced by its body with those calls.</summary>
    public static (SyntaxNode Line, WrittenOut Writing) WithCalls(Definition definition, Notation notation, Proof proof, List<Step> steps)
    {
        var writing = new WrittenOut(notation, proof);
        writing.ReadHelpers(definition);
        writing._keepsCalls = true;
        var line = writing.Written(definition.Statements[^1]);
        steps.AddRange(writing._inner);
        return (line, writing);
    }

    private void ReadHelpers(Definition definition)
    {
        var (writing, notation) = (this, _notation);
        var letters = new Letters(definition, "u", "v", "w");
        foreach (var statement in definition.Statements.SkipLast(1))
        {
            if (statement.Parameters is { } parameters)
            {
                // A parameter that means something else in the parts that are written in gets a letter of its own.
                string[] names = [.. parameters.Select(parameter => writing.IsSpoken(parameter.Name) ? letters.Next() : parameter.Name)];
                var declared = names.Select(name => notation.Declare(name, SymbolRole.Argument)).ToList();
                var body = writing.Written(statement, names);
                foreach (var declaration in declared) declaration.Dispose();
                writing._functions[statement.Name!] = (names, body);
                // What calls others, or changes with a variable that it is not given, is no stage by itself.
                if (statement.Nodes.Any(node => node is { Kind: SyntaxKind.Call, Primes: 0 } && writing._functions.ContainsKey(node.Text))
                    || notation.Variables.Any(variable => !names.Contains(variable.Name, StringComparer.Ordinal) && notation.Dependence.On(variable.Name, body)))
                    writing._withCalls[statement.Name!] = writing.KeepingCalls(statement, names);
            }
            else
            {
                writing._values[statement.Name!] = writing.Written(statement);
                writing._names.TryAdd(writing._valuesWithCalls[statement.Name!] = writing.KeepingCalls(statement), statement.Name!);
            }
        }
    }

    // The steps of derivatives inside are told once.
    private SyntaxNode KeepingCalls(Statement statement, IReadOnlyList<string>? names = null)
    {
        var told = _inner.Count;
        _keepsCalls = true;
        var line = Written(statement, names);
        _keepsCalls = false;
        _inner.RemoveRange(told, _inner.Count - told);
        return line;
    }

    // The definition's helpers in front, so that the text can be read by itself.
    private Printed WithDefinitions(Definition definition, SyntaxNode line)
    {
        var printed = _notation.Print(line);
        var helpers = definition.Statements.SkipLast(1).Select(statement =>
        {
            var head = statement.Parameters is { } parameters ? $"{statement.Name}({string.Join(", ", parameters.Select(static parameter => parameter.Name))})" : statement.Name;
            return $"{head} = {_notation.Print(_notation.Copy(statement.Nodes)).Text}; ";
        });
        return printed with { Text = string.Concat(helpers.Append(printed.Text)) };
    }

    private bool IsSpoken(string name) =>
        _values.Values.Any(value => _notation.Dependence.On(name, value))
        || _functions.Values.Any(function => !function.Parameters.Contains(name, StringComparer.Ordinal) && _notation.Dependence.On(name, function.Body));

    // The statement, with other names for its parameters where these are given.
    private SyntaxNode Written(Statement statement, IReadOnlyList<string>? names = null)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < statement.Parameters?.Count; i++) own[statement.Parameters[i].Name] = names?[i] ?? statement.Parameters[i].Name;
        var made = new Dictionary<SyntaxNode, SyntaxNode>();
        var within = WithinArrayCalls(statement);
        foreach (var node in statement.Nodes)
        {
            SyntaxNode[] children = [.. node.Children.Select(child => made[child])];
            made[node] = node.Kind switch
            {
                SyntaxKind.Call when IsOfPartials(node) => Changed(OfPartials(node.Text, children)),
                SyntaxKind.Call when IsOfArrays(node) && !within.Contains(node) => CountedOut(_notation.Factory.Like(node, children), names ?? []),
                SyntaxKind.Name when own.TryGetValue(node.Text, out var parameter) => _notation.Factory.Name(parameter),
                SyntaxKind.Name when (_keepsCalls ? _valuesWithCalls : _values).TryGetValue(node.Text, out var value) => Changed(value),
                SyntaxKind.Call when _keepsCalls && node.Primes == 0 && _functions.ContainsKey(node.Text) => Kept(node, children),
                SyntaxKind.Call when _functions.TryGetValue(node.Text, out var function) => Changed(Called(node, function.Parameters, function.Body, children)),
                SyntaxKind.Call when node.Text is Binder.DerivativeName => Changed(Differentiated(children)),
                SyntaxKind.Call when node.Primes > 0 => Changed(Primed(node, children[0])),
                _ => _notation.Factory.Like(node, children),
            };
        }

        return made[statement.Body];
    }

    // divergence([P, Q], x, y) and laplacian(u, x, y) of numbers by numbers: the derivatives that they are made of have steps.
    private bool IsOfPartials(SyntaxNode node)
    {
        if (node is not { Kind: SyntaxKind.Call, Text: Fields.Divergence or Fields.Laplacian or Fields.Curl, Children.Count: > 1 } || _functions.ContainsKey(node.Text)) return false;
        var (of, by) = (node.Children[0], node.Children.Skip(1).ToList());
        if (by.Any(name => name.Kind != SyntaxKind.Name || !_notation.Variables.Any(variable => variable.Shape.IsScalar && string.Equals(variable.Name, name.Text, StringComparison.Ordinal)))) return false;
        return node.Text is Fields.Laplacian ? IsPlain(of) : of.Kind == SyntaxKind.List && of.Children.Count == by.Count && of.Children.All(IsPlain) && (node.Text is Fields.Divergence || by.Count == 2);
    }

    private bool IsPlain(SyntaxNode node)
    {
        var open = new Stack<SyntaxNode>([node]);
        while (open.TryPop(out var next))
        {
            if (next.Kind == SyntaxKind.List || IsOfArrays(next)) return false;
            foreach (var child in next.Children) open.Push(child);
        }

        return true;
    }

    private SyntaxNode OfPartials(string name, SyntaxNode[] children)
    {
        var (of, by) = (children[0], children[1..]);
        if (name is Fields.Curl) return _notation.Factory.Subtract(Derivatives(of.Children[1], by[0].Text, 1, null, name), Derivatives(of.Children[0], by[1].Text, 1, null, name));
        return by.Select((variable, i) => name is Fields.Laplacian ? Derivatives(of, variable.Text, 2, null, name) : Derivatives(of.Children[i], variable.Text, 1, null, name))
            .Aggregate(_notation.Factory.Add);
    }

    // A function of arrays, or of indices, whose value is a number: sum(x) of a number, mse(x, 2), sum(i = 1..3, y).
    private bool IsOfArrays(SyntaxNode node) =>
        node is { Kind: SyntaxKind.Call, Primes: 0, Text: not Binder.DerivativeName } && !_functions.ContainsKey(node.Text)
        && (!_notation.Functions.ContainsKey(node.Text) || node.Children.Any(static child => child.Kind is SyntaxKind.IndexRange or SyntaxKind.Option));

    // Parents come after their children.
    private HashSet<SyntaxNode> WithinArrayCalls(Statement statement)
    {
        var within = new HashSet<SyntaxNode>();
        foreach (var node in statement.Nodes.Reverse())
            if (within.Contains(node) || IsOfArrays(node)) within.UnionWith(node.Children);
        return within;
    }

    private SyntaxNode CountedOut(SyntaxNode call, IReadOnlyList<string> names)
    {
        _countsOut = true;
        return Changed(_notation.Write(_notation.Bind(call), names));
    }

    private SyntaxNode Kept(SyntaxNode call, SyntaxNode[] arguments) => _withCalls.TryGetValue(call.Text, out var body)
        ? Called(call, _functions[call.Text].Parameters, body, arguments)
        : _notation.Factory.Like(call, arguments);

    private SyntaxNode Changed(SyntaxNode node)
    {
        _changed = true;
        return node;
    }

    private SyntaxNode Called(SyntaxNode call, IReadOnlyList<string> parameters, SyntaxNode body, SyntaxNode[] arguments)
    {
        if (call.Primes > 0) body = Derivatives(body, parameters[0], call.Primes, SymbolRole.Argument, FormattableString.Invariant($"{call.Text}{new string('\'', call.Primes)}"));
        var meanings = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        for (var i = 0; i < parameters.Count; i++) meanings[parameters[i]] = arguments[i];
        return Substitution.In(body, meanings, _notation);
    }

    private SyntaxNode Primed(SyntaxNode call, SyntaxNode argument)
    {
        const string letter = "u";
        var function = _notation.Factory.Call(call.Text, _notation.Factory.Name(letter));
        var derivative = Derivatives(function, letter, call.Primes, SymbolRole.Argument, FormattableString.Invariant($"{call.Text}{new string('\'', call.Primes)}"));
        return Substitution.In(derivative, new Dictionary<string, SyntaxNode>(StringComparer.Ordinal) { [letter] = argument }, _notation);
    }

    private SyntaxNode Differentiated(SyntaxNode[] children)
    {
        var order = children.Length == 3 && _notation.Bind(children[2]) is Number number ? (int)number.Value.Numerator : 1;
        return Derivatives(children[0], children[1].Text, order, null, "diff");
    }

    private SyntaxNode Derivatives(SyntaxNode of, string variable, int order, SymbolRole? role, string name)
    {
        using var declaration = role is { } declared ? _notation.Declare(variable, declared) : null;
        var derivation = new Derivation(_notation, _proof, variable);
        for (var n = 0; n < order; n++)
        {
            var derived = derivation.Of(of);
            var marker = _notation.Marker(of, variable);
            _inner.Add(_proof.Step(DerivativeRules.InnerDerivative, $"{name} needs this derivative.", marker, derived.Line, derived.Steps));
            of = derived.Line;
        }

        return of;
    }
}
