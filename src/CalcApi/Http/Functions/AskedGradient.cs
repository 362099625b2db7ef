using CalcApi.Http.Compute;
using Calculus.Syntax;

namespace CalcApi.Http.Functions;

/// <summary>
/// LaTeX that says itself what a route of gradients is asked for: <c>\nabla f</c> as the last statement, or before what it is taken of. The sign is
/// blanked out, so that places stay what they are.
/// </summary>
internal static class AskedGradient
{
    private const string Sign = @"\nabla";

    /// <summary>The request as the gradient of what stands behind the sign.</summary>
    /// <param name="request">A request for a gradient.</param>
    /// <param name="computation">What it is computed with.</param>
    public static (TRequest Request, Computation Computation) Of<TRequest>(TRequest request, Computation computation)
        where TRequest : FunctionRequest
    {
        var text = request.Function;
        var at = text.LastIndexOf(Sign, StringComparison.Ordinal);
        if (at < 0 || computation.Format is not (null or SourceFormat.Latex)) return (request, computation);

        var (before, behind) = (text[..at].TrimEnd(' ', '\t', '$'), text[(at + Sign.Length)..]);
        if (!BeginsStatement(before) || !IsBare(behind)) return (request, computation);
        var function = IsDefined(behind.Trim(' ', '\t', '$'), before)
            ? before.TrimEnd(';', '\n', '\r', '\\', ' ', '\t')
            : string.Concat(text.AsSpan(0, at), new string(' ', Sign.Length), behind);
        return (request with { Function = function }, computation with { Format = SourceFormat.Latex });
    }

    private static bool BeginsStatement(string before) => before.Length == 0 || before[^1] is ';' or '\n' || before.EndsWith(@"\\", StringComparison.Ordinal);

    // Of no named variable, no divergence, no curl, and of the last statement.
    private static bool IsBare(string behind)
    {
        var rest = behind.TrimStart(' ', '\t');
        return behind.Length > 0 && !char.IsLetter(behind[0]) && rest.Length > 0 && rest[0] is not ('_' or '^')
            && !rest.StartsWith(@"\cdot", StringComparison.Ordinal) && !rest.StartsWith(@"\times", StringComparison.Ordinal)
            && behind.AsSpan().IndexOfAny(';', '\n') < 0;
    }

    // f(x, y) = …; \nabla f
    private static bool IsDefined(string name, string before) =>
        name.Length == 1 && char.IsAsciiLetter(name[0])
        && before.Split((char[])[';', '\n']).Any(statement => statement.TrimStart(' ', '\t', '$', '\\') is [var first, ..] head && first == name[0] && head[1..].TrimStart().Replace(@"\left", "", StringComparison.Ordinal).StartsWith('('));
}
