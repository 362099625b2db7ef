using Calculus.Budgets;
using Calculus.Syntax;

namespace CalcApi.Http.Problems;

/// <summary>The refusals, by their cause.</summary>
public static class Refuse
{
    /// <summary>A member of the request is missing or of another type.</summary>
    public static RefusalException Shape(string field, string message) => OfField(ProblemTypes.Shape, field, message);

    /// <summary>A value that has no meaning here.</summary>
    public static RefusalException Value(string field, string message) => OfField(ProblemTypes.Value, field, message);

    /// <summary>Something known that this version does not do.</summary>
    public static RefusalException NotSupported(string field, string message) => OfField(ProblemTypes.NotSupported, field, message);

    /// <summary>Several members at once; the detail is the first message.</summary>
    public static RefusalException Fields(ProblemType type, IReadOnlyDictionary<string, IReadOnlyList<string>> errors)
    {
        var (field, messages) = errors.First();
        return new(new Problem(type, Detail(field, messages[0])) { Errors = errors });
    }

    /// <summary>The problem of a text that cannot be read.</summary>
    /// <param name="formula">What is wrong with it.</param>
    /// <param name="field">Where the text is in the request.</param>
    public static Problem Of(FormulaException formula, string field = "function") => new(ProblemTypes.Formula, formula.Message)
    {
        Errors = One(field, formula.Message),
        Position = new(formula.Span.Start, formula.Span.End),
        Hint = formula.Hint,
    };

    /// <summary>The problem of a request that asks for too much.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="field">Where the text to blame is in the request: what costs too much is the function.</param>
    public static Problem Of(LimitException limit, string field = "function") => new(ProblemTypes.Limit, limit.Message)
    {
        Limit = limit.Limit,
        Maximum = limit.Maximum,
        Value = limit.Asked,
        Position = limit is { Start: { } start, End: { } end } ? new(start, end) : null,
        Errors = One(field, limit.Message),
    };

    /// <summary>A member of the request asks for more than a limit allows.</summary>
    public static RefusalException Limit(string field, LimitException limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return new(Of(limit) with { Errors = One(field, limit.Message) });
    }

    private static RefusalException OfField(ProblemType type, string field, string message) =>
        new(new Problem(type, Detail(field, message)) { Errors = One(field, message) });

    private static string Detail(string field, string message) => field.Length == 0 ? message : $"{field}: {message}";

    private static Dictionary<string, IReadOnlyList<string>> One(string field, string message) =>
        new(StringComparer.Ordinal) { [field] = [message] };
}
