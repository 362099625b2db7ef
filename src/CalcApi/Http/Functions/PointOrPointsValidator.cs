using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Http.Functions;

/// <summary>A request that gives one point, or several, or none.</summary>
public interface IPointOrPoints
{
    /// <summary>One point.</summary>
    Point? Point { get; }

    /// <summary>Several points.</summary>
    IReadOnlyList<Point>? Points { get; }
}

/// <summary>At most one of <c>point</c> and <c>points</c>, and not too many points.</summary>
public abstract class PointOrPointsValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : IPointOrPoints
{
    /// <summary>Sets the rules.</summary>
    /// <param name="limits">How many points a request may have.</param>
    protected PointOrPointsValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Points)
            .Must(static (request, points) => points is null || request.Point is null)
            .WithMessage("Give either point or points, not both.").IsShape();
        RuleFor(request => request.Points).AtMost("points", limits.Points);
    }
}
