using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Http.Functions;

/// <summary>Rules about a request's point or points.</summary>
public static class PointRules
{
    /// <summary>At most one of <c>point</c> and <c>points</c>, and not too many points.</summary>
    public static void PointOrPoints<T>(
        this AbstractValidator<T> validator, Func<T, Point?> point, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<Point>?>> points, ServiceLimits limits)
    {
        validator.RuleFor(points)
            .Must((request, list) => list is null || point(request) is null)
            .WithMessage("Give either point or points, not both.").IsShape();
        validator.RuleFor(points).AtMost("points", limits.Points);
    }
}
