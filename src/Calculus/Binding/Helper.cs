using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>
/// A helper function. For numbers it is bound once and written out at each call; for arrays it is bound again at each call, since what
/// its signs mean depends on their shapes.
/// </summary>
internal sealed class Helper
{
    private readonly Dictionary<(int Primes, string Arguments), Bound> _calls = [];
    private readonly Binder _binder;
    private readonly Statement _statement;
    private readonly Bound? _body;
    private readonly FormulaException? _refusal;

    private Helper(Binder binder, Statement statement, IReadOnlyList<Symbol> parameters, int place)
    {
        (_binder, _statement, Parameters, Place) = (binder, statement, parameters, place);
        try
        {
            _body = StatementBinder.Bind(binder, statement, parameters.ToDictionary(static parameter => parameter.Name, static parameter => (Bound)parameter, StringComparer.Ordinal), place);
        }
        catch (FormulaException refusal) when (refusal.IsOfShapes)
        {
            // It may be meant for arrays; if it is called with numbers, it is refused then.
            _refusal = refusal;
        }
    }

    public IReadOnlyList<Symbol> Parameters { get; }

    /// <summary>Which statement it is: it sees those before it.</summary>
    public int Place { get; }

    public static Helper Bind(Binder binder, Statement statement, IReadOnlyList<Parameter> parameters, int place) =>
        new(binder, statement, [.. parameters.Select(parameter => binder.Graph.Symbol(parameter.Name, SymbolRole.Argument))], place);

    /// <summary>The body, differentiated as often as there are primes, with its parameters replaced.</summary>
    public Bound Call(Graph graph, int primes, IReadOnlyList<Bound> arguments, TextSpan span)
    {
        var key = (primes, string.Join(',', arguments.Select(static argument => $"{argument.Value.Index}{(argument.IsRow ? "'" : "")}{string.Join(' ', argument.Open)}")));
        if (_calls.TryGetValue(key, out var known)) return known;
        if (arguments.All(static argument => argument.IsScalar && argument.Open.Length == 0)) return _calls[key] = OfNumbers(graph, primes, arguments);
        if (primes > 0) throw new FormulaException("A prime needs a function of a number, but this one is applied to an array.", span) { IsOfShapes = true };
        var given = Parameters.Select((parameter, i) => KeyValuePair.Create(parameter.Name, arguments[i])).ToDictionary(StringComparer.Ordinal);
        using (_binder.Nest(span)) return _calls[key] = StatementBinder.Bind(_binder, _statement, given, Place);
    }

    private Bound OfNumbers(Graph graph, int primes, IReadOnlyList<Bound> arguments)
    {
        if (_body is not { } bound) throw _refusal!;
        var body = primes == 0 ? bound.Value : Derivative.Of(bound.Value, Parameters[0], primes);
        var replacements = new Dictionary<Symbol, Expression>();
        for (var i = 0; i < Parameters.Count; i++) replacements[Parameters[i]] = arguments[i].Value;
        return bound with { Value = Rebuild.In(body, graph, replacements) };
    }
}
