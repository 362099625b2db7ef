using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Syntax;

namespace CalcApi.Http.Functions;

/// <summary>Begins the study of the function that a request gives.</summary>
public static class Studies
{
    /// <summary>Reads the function with its data.</summary>
    /// <param name="request">The request.</param>
    /// <param name="computation">The budget.</param>
    /// <param name="point">A point of the request; its names are declared as values.</param>
    /// <param name="points">Points of the request; their names are declared as values.</param>
    /// <exception cref="FormulaException">The definition cannot be read.</exception>
    /// <exception cref="RefusalException">The data are not numbers, or name what the function does not have.</exception>
    public static Study Study(
        this FunctionRequest request, Computation computation, Point? point = null, IReadOnlyList<Point>? points = null) =>
        Of(request.Function, request.Data, computation, (point?.Named.Keys ?? []).Concat(points?.SelectMany(each => each.Named.Keys) ?? []));

    /// <summary>Reads a function with its data.</summary>
    /// <param name="function">The definition.</param>
    /// <param name="data">Values of constants, by name.</param>
    /// <param name="computation">The budget.</param>
    /// <param name="declared">Names that the request gives values to, other than data.</param>
    /// <exception cref="FormulaException">The definition cannot be read.</exception>
    /// <exception cref="RefusalException">The data are not numbers, or name what the function does not have.</exception>
    public static Study Of(
        string function, IReadOnlyDictionary<string, Value>? data, Computation computation, IEnumerable<string> declared)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in data ?? new Dictionary<string, Value>(StringComparer.Ordinal))
            numbers[name] = Points.Scalar(value, $"data.{Quoted.Cut(name)}");

        var study = Calculus.Study.Of(
            function, new StudyContext(numbers, declared.ToHashSet(StringComparer.Ordinal)), computation.Budget);

        var names = NamesIn(study.Definition);
        foreach (var name in numbers.Keys)
            if (!names.Contains(name))
                throw Refuse.Value($"data.{Quoted.Cut(name)}", $"The function has no {Quoted.Of(name)}.");
        return study;
    }

    /// <summary>The names that stand for values in a definition, as data may give them.</summary>
    private static HashSet<string> NamesIn(Definition definition)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in definition.Statements)
        {
            var own = statement.Parameters?.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
            foreach (var node in statement.Nodes)
                if (node.Kind == SyntaxKind.Name && !own.Contains(node.Text))
                    names.Add(node.Text);
        }

        // A parameter of the function under study may be given as a datum: it is a constant then.
        names.UnionWith(definition.Statements[^1].Parameters?.Select(parameter => parameter.Name) ?? []);
        return names;
    }
}
