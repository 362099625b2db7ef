using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding.Arrays;

/// <summary>
/// What derivatives say of functions in space: how much a field flows out of a point, how it turns around it, and how a function differs
/// from its mean nearby. The variables are named, since their order decides.
/// </summary>
internal static class Fields
{
    /// <summary>The names under which definitions call them.</summary>
    public const string Divergence = "divergence", Curl = "curl", Laplacian = "laplacian";

    private static readonly FunctionParameter s_field = new("F"), s_function = new("u"), s_first = new("x");

    public static IReadOnlyList<ArrayFunction> All { get; } =
    [
        new(Divergence, [s_field, s_first], @"\nabla \cdot F = \sum_i \frac{\partial F_i}{\partial x_i}", "How much a field flows out of each point: the sum of the derivatives of its entries, each by its own variable, as in divergence([x^2, x*y], x, y); or by the entries of one vector.", "divergence(v.^3, v)", static call => OfEntries(call)) { TakesMore = true },
        new(Curl, [s_field, s_first], @"\nabla \times F", "How a field turns around each point: a vector in space, curl([-y, x, z], x, y, z), and a number in the plane, curl([-y, x], x, y).", "curl([v[2]^3, v[1]^3], v)", static call => Turning(call)) { TakesMore = true },
        new(Laplacian, [s_function, s_first], @"\nabla^2 u = \sum_i \frac{\partial^2 u}{\partial x_i^2}", "The sum of the second derivatives by each variable, as in laplacian(x^2*y, x, y), or by each entry of one vector or matrix.", "laplacian(sum(v.^4), v)", static call => Second(call)) { TakesMore = true },
    ];

    private static Bound OfEntries(ArrayCall call)
    {
        var variables = Variables(call);
        if (variables is [{ Shape.IsScalar: false } vector])
        {
            if (call[0].Shape != vector.Shape) throw call.Refuse(0, $"a field with the shape of '{vector.Name}', {vector.Shape}");
            return Trace(call.Graph, Derivative.Of(call[0].Value, vector), vector.Shape.Rank);
        }

        CheckCount(call, variables);
        Expression sum = call.Graph.Zero;
        for (var i = 0; i < variables.Length; i++) sum += Derivative.Of(Entry(call.Graph, call[0].Value, i), variables[i]);
        return sum;
    }

    private static Bound Turning(ArrayCall call)
    {
        var (graph, variables) = (call.Graph, Variables(call));
        var count = variables is [{ Shape: { Rank: 1, IsSymbolic: false } shape }] ? shape[0].Length : variables.Length;
        if (count is not (2 or 3) || variables.Any(static variable => variable.Shape.Rank > 1))
            throw new FormulaException("'curl' is about fields in the plane or in space: it takes two or three variables, or a vector of as many entries.", call.Span, "write curl([-y, x], x, y)") { IsOfShapes = true };
        if (variables.Length > 1) CheckCount(call, variables);
        else if (call[0].Shape != variables[0].Shape) throw call.Refuse(0, $"a field with as many entries as '{variables[0].Name}' has");

        if (count == 2) return Partial(1, 0) - Partial(0, 1);
        return graph.Stack(0, [Partial(2, 1) - Partial(1, 2), Partial(0, 2) - Partial(2, 0), Partial(1, 0) - Partial(0, 1)]);

        Expression Partial(int entry, int variable)
        {
            var of = Entry(graph, call[0].Value, entry);
            return variables.Length > 1 ? Derivative.Of(of, variables[variable]) : Entry(graph, Derivative.Of(of, variables[0]), variable);
        }
    }

    private static Bound Second(ArrayCall call)
    {
        var variables = Variables(call);
        if (variables is [{ Shape.IsScalar: false } array])
        {
            if (!call[0].IsScalar) throw call.Refuse(0, "a number, where it is differentiated by a vector or a matrix");
            return Trace(call.Graph, Derivative.Of(Derivative.Of(call[0].Value, array), array), array.Shape.Rank);
        }

        Expression? sum = null;
        foreach (var variable in variables)
        {
            var second = Derivative.Of(call[0].Value, variable, 2);
            sum = sum is null ? second : sum + second;
        }

        return call[0] with { Value = sum! };
    }

    // Numbers, each once, or a single vector or matrix.
    private static Symbol[] Variables(ArrayCall call)
    {
        if (call.Open.Length > 0) throw new FormulaException($"'{call.Name}' is not supported inside a sum or table over an index.", call.Span, "take it of the whole sum");
        Symbol[] variables = [.. Enumerable.Range(1, call.Count - 1).Select(call.Variable)];
        for (var i = 0; i < variables.Length; i++)
        {
            if (Array.IndexOf(variables, variables[i]) < i) throw new FormulaException($"'{variables[i].Name}' is named twice.", call.SpanOf(i + 1));
            if (variables.Length > 1 && !variables[i].Shape.IsScalar)
                throw new FormulaException($"'{call.Name}' takes numbers as its variables, or one vector; '{variables[i].Name}' is {variables[i].Shape}.", call.SpanOf(i + 1)) { IsOfShapes = true };
        }

        return variables;
    }

    private static void CheckCount(ArrayCall call, Symbol[] variables)
    {
        if (call[0].Rank == 1 && call[0].Shape[0] is { IsSymbolic: false } length && length.Length == variables.Length) return;
        throw call.Refuse(0, variables.Length == 1 ? "a vector with one entry for its one variable" : $"a vector of {variables.Length} entries for its {variables.Length} variables", $"write {call.Name}([…, …], x, y)");
    }

    private static Expression Entry(Graph graph, Expression list, int place)
    {
        if (list is Stack { Axis: 0, Shape.Rank: 1 } stack) return stack.Parts[place];
        return graph.Contract(Rational.One, [new Factor(graph.Take(list, new Selection(place, 1, 1, list.Shape[0])), "a")], "");
    }

    private static Expression Trace(Graph graph, Expression square, int rank)
    {
        var labels = Graph.Alphabet(rank);
        return graph.Contract(Rational.One, [new Factor(square, labels + labels)], "");
    }
}
