using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Http.Functions;

/// <summary>What a list of variables to differentiate by must be.</summary>
public static class VariablesRules
{
    /// <summary>At least one name, none twice, not too many; or no list at all.</summary>
    public static void AreVariables<TRequest>(this IRuleBuilderInitial<TRequest, IReadOnlyList<string>?> rule, ServiceLimits limits) =>
        rule
            .Must(names => names is null || names.Count > 0).WithMessage("Name at least one variable, or leave it out.")
            .Must(names => names is null || names.Distinct(StringComparer.Ordinal).Count() == names.Count).WithMessage("Each variable may be named once.")
            .AtMost("variables", limits.Library.Variables);
}
