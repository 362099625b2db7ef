using CalcApi.Http;
using CalcApi.Http.Requests;
using Calculus.Exercises;
using FluentValidation;

namespace CalcApi.Exercises;

internal sealed class ExercisesValidator : AbstractValidator<ExercisesRequest>
{
    public ExercisesValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Rules)
            .Must(static rules => rules is null || rules.Count > 0)
            .WithMessage("Name at least one rule, or leave rules out for all of them.");
        RuleFor(request => request.Rules).Custom(static (rules, context) =>
        {
            for (var i = 0; i < rules?.Count; i++)
            {
                if (!ExerciseKinds.ByName.ContainsKey(rules[i]))
                    context.RefuseValue($"rules[{i}]", $"There are no exercises for {Quoted.Of(rules[i])}; there are {string.Join(", ", ExerciseKinds.All.Select(static kind => kind.Name))}.");
            }
        });
        RuleFor(request => request.Difficulty).InclusiveBetween(1, ExerciseId.Hardest).WithMessage("The difficulty is 1, 2 or 3.");
        RuleFor(request => request.Count).CountUpTo("exercises", limits.Exercises);
    }
}

internal sealed class ExerciseCheckValidator : AbstractValidator<ExerciseCheckRequest>
{
    public ExerciseCheckValidator()
    {
        RuleFor(request => request.Id)
            .Must(static id => ExerciseId.Parse(id) is not null)
            .WithMessage("No exercise has this id. Take it from a sheet, where it looks like product-rule-1-30086a94.");
        RuleFor(request => request.Hints).GreaterThanOrEqualTo(0).WithMessage("The number of hints seen is 0 or more.");
    }
}
