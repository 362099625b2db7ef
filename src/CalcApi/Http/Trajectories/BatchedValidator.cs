using FluentValidation;

namespace CalcApi.Http.Trajectories;

/// <summary>What holds for every question about descents whose steps may see a part of the data each.</summary>
public abstract class BatchedValidator<TRequest> : TrajectoryValidator<TRequest>
    where TRequest : BatchedRequest
{
    /// <summary>Sets the rules.</summary>
    /// <param name="limits">How many steps an answer may keep.</param>
    protected BatchedValidator(ServiceLimits limits)
        : base(limits)
    {
        RuleFor(request => request.Batch).GreaterThanOrEqualTo(1).WithMessage("It must be at least 1.");
        RuleFor(request => request.Seed).Must(static (request, seed) => seed is null || request.Batch is not null)
            .WithMessage("A seed orders the rows of batches: give batch too, or leave it out.");
    }
}
