using System.Globalization;

namespace Calculus.GradientCheck;

/// <summary>The outcome of a check in sentences.</summary>
internal static class VerdictWords
{
    /// <summary>The verdict.</summary>
    /// <param name="correct">The outcome.</param>
    /// <param name="components">The reports.</param>
    /// <param name="variables">The function's variables.</param>
    /// <param name="common">The slip that explains every wrong component.</param>
    public static string Of(bool? correct, IReadOnlyList<ComponentReport> components, IReadOnlyList<string> variables, Diagnosis? common)
    {
        var wrong = components.Where(static component => component.Correct == false).ToList();
        if (correct is null)
        {
            return components.Any(static component => component.Correct == true)
                ? "Everything that can be compared is right; at this point there is nothing to compare the rest with."
                : "At this point the derivative has no finite value to compare with.";
        }

        if (correct == true) return components.Count == 1 ? $"Right{HowWell(components)}" : $"All {Number(components.Count)} components are right{HowWell(components)}";
        var share = components.Count == 1 ? "The derivative is wrong" : wrong.Count == components.Count
            ? $"All {Number(wrong.Count)} components are wrong"
            : $"{Number(wrong.Count)} of {Number(components.Count)} components {(wrong.Count == 1 ? "is" : "are")} wrong: {Names(wrong, variables)}";
        if (common is not null) return $"{share}. One slip explains all of them: {LowerFirst(common.Title)}.";
        if (wrong is [{ Diagnoses: { Count: > 0 } likely }])
            return $"{share}. Likely: {string.Join(", or: ", likely.Select(static diagnosis => LowerFirst(diagnosis.Title)))}.";
        if (wrong is [{ DiffersAt: not null } away] && away.RelativeError <= Agreement.FormulaTolerance)
            return $"{share}: the formula agrees at the point, but not around it.";
        return wrong.Exists(static component => component.Diagnoses.Count > 0)
            ? $"{share}; the likely slips are listed with each."
            : $"{share}. No known slip explains it; compare it with the right formula and look at the difference.";
    }

    private static string HowWell(IReadOnlyList<ComponentReport> components)
    {
        var worst = components.Min(static component => component.Precision);
        // Where the right value is 0, the relative error says nothing.
        var error = components.Select(static component => component.RelativeError).Where(static error => error < 0.5).DefaultIfEmpty(0).Max().ToString("G2", CultureInfo.InvariantCulture);
        return worst switch
        {
            Precision.Single => $" in single precision: the largest relative error is {error}, the rounding of 24-bit numbers.",
            Precision.Rounded => ", rounded to the digits given.",
            Precision.Half => $" in half precision: the largest relative error is {error}, the rounding of 11-bit numbers.",
            Precision.BFloat16 => $" in bfloat16: the largest relative error is {error}, the rounding of 8-bit numbers.",
            Precision.Tolerance when components.Any(static component => component.Remark is not null) => "; see the remark on the kink.",
            Precision.Tolerance => $" within the tolerance: the largest relative error is {error}. That is more than single precision loses; a difference quotient with a large step, or sums in low precision, would explain it.",
            _ => ".",
        };
    }

    private static string Names(List<ComponentReport> wrong, IReadOnlyList<string> variables)
    {
        const int most = 5;
        var names = string.Join(", ", wrong.Take(most).Select(component => variables[component.Claim.Place]));
        return wrong.Count > most ? $"{names} and others" : names;
    }

    private static string LowerFirst(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
