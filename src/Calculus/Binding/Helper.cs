using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>A helper function, bound once and written in at each call.</summary>
internal sealed class Helper
{
    private readonly Dictionary<(int Primes, string Arguments), Expression> _calls = [];

    private Helper(IReadOnlyList<Symbol> parameters, Expression body) => (Parameters, Body) = (parameters, body);

    public IReadOnlyList<Symbol> Parameters { get; }

    public Expression Body { get; }

    public static Helper Bind(Binder binder, Statement statement, IReadOnlyList<Parameter> parameters)
    {
        var arguments = parameters.ToDictionary(
            static parameter => parameter.Name,
            parameter => binder.Graph.Symbol(parameter.Name, SymbolRole.Argument),
            StringComparer.Ordinal);
        var body = StatementBinder.Bind(binder, statement, arguments);
        return new Helper([.. parameters.Select(parameter => arguments[parameter.Name])], body);
    }

    /// <summary>The body, differentiated as often as there are primes, with its parameters replaced.</summary>
    public Expression Call(Graph graph, int primes, IReadOnlyList<Expression> arguments)
    {
        var key = (primes, string.Join(',', arguments.Select(static argument => argument.Index)));
        if (_calls.TryGetValue(key, out var known)) return known;
        var body = primes == 0 ? Body : Derivative.Of(Body, Parameters[0], primes);
        var replacements = new Dictionary<Symbol, Expression>();
        for (var i = 0; i < Parameters.Count; i++) replacements[Parameters[i]] = arguments[i];
        return _calls[key] = Rebuild.In(body, graph, replacements);
    }
}
