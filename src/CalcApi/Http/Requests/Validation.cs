using System.Text.Json;
using CalcApi.Http.Problems;
using Calculus.Budgets;
using FluentValidation;
using FluentValidation.Results;

namespace CalcApi.Http.Requests;

/// <summary>The words that validators of this service use, and what is done with their findings.</summary>
public static class Validation
{
    private const string ShapeCode = "shape";
    private const string NotSupportedCode = "not-supported";

    /// <summary>The preceding rule is about the request's shape (400), not about the meaning of a value (422).</summary>
    public static IRuleBuilderOptions<T, TProperty> IsShape<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule) =>
        rule.WithErrorCode(ShapeCode);

    /// <summary>The preceding rule is about something that this version does not do.</summary>
    public static IRuleBuilderOptions<T, TProperty> IsNotSupported<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule) =>
        rule.WithErrorCode(NotSupportedCode);

    /// <summary>There are at most as many as a limit allows.</summary>
    /// <param name="rule">A rule about a list.</param>
    /// <param name="limit">The limit's name.</param>
    /// <param name="maximum">Its number.</param>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, string limit, int maximum) => rule
        .Must(list => list is null || list.Count <= maximum)
        .WithMessage($"At most {maximum} are allowed.")
        .WithState((_, list) => new LimitException(limit, maximum, $"At most {maximum} are allowed, but there are {list!.Count}.", list.Count));

    /// <summary>The number is at most what a limit allows.</summary>
    /// <param name="rule">A rule about a count.</param>
    /// <param name="limit">The limit's name.</param>
    /// <param name="maximum">Its number.</param>
    public static IRuleBuilderOptions<T, int> UpTo<T>(this IRuleBuilder<T, int> rule, string limit, int maximum) => rule
        .Must(count => count <= maximum)
        .WithState((_, count) => new LimitException(limit, maximum, $"At most {maximum} is allowed, but {count} was asked for.", count));

    /// <summary>The number is at least 1 and at most what a limit allows.</summary>
    /// <param name="rule">A rule about a count.</param>
    /// <param name="limit">The limit's name.</param>
    /// <param name="maximum">Its number.</param>
    public static IRuleBuilderOptions<T, int?> CountUpTo<T>(this IRuleBuilder<T, int?> rule, string limit, int maximum) => rule
        .Must(count => count is null or >= 1).WithMessage("It must be at least 1.")
        .Must(count => count is null || count <= maximum)
        .WithState((_, count) => new LimitException(limit, maximum, $"At most {maximum} is allowed, but {count} was asked for.", count));

    /// <summary>Something deep in the request has the wrong shape.</summary>
    /// <param name="context">The validation.</param>
    /// <param name="path">Where it is, as a path of JSON.</param>
    /// <param name="message">What is expected.</param>
    public static void RefuseShape<T>(this ValidationContext<T> context, string path, string message) =>
        context.AddFailure(new ValidationFailure(path, message) { ErrorCode = ShapeCode });

    /// <summary>Something deep in the request has no meaning.</summary>
    /// <param name="context">The validation.</param>
    /// <param name="path">Where it is, as a path of JSON.</param>
    /// <param name="message">What is allowed.</param>
    public static void RefuseValue<T>(this ValidationContext<T> context, string path, string message) =>
        context.AddFailure(new ValidationFailure(path, message));

    /// <summary>Something deep in the request is not done by this version.</summary>
    /// <param name="context">The validation.</param>
    /// <param name="path">Where it is, as a path of JSON.</param>
    /// <param name="message">What there is instead.</param>
    public static void RefuseNotSupported<T>(this ValidationContext<T> context, string path, string message) =>
        context.AddFailure(new ValidationFailure(path, message) { ErrorCode = NotSupportedCode });

    /// <summary>Something deep in the request is more than a limit allows.</summary>
    /// <param name="context">The validation.</param>
    /// <param name="path">Where it is, as a path of JSON.</param>
    /// <param name="limit">The limit's name.</param>
    /// <param name="maximum">Its number.</param>
    /// <param name="asked">What was asked for.</param>
    public static void RefuseLimit<T>(this ValidationContext<T> context, string path, string limit, int maximum, long asked)
    {
        var message = $"At most {maximum} are allowed, but there are {asked}.";
        context.AddFailure(new ValidationFailure(path, message) { CustomState = new LimitException(limit, maximum, message, asked) });
    }

    /// <summary>The limits that a request exceeds, by the path where each does.</summary>
    public static IEnumerable<(string Path, LimitException Limit)> Exceeded(ValidationResult result) =>
        from error in result.Errors where error.CustomState is LimitException select (JsonPath(error.PropertyName), (LimitException)error.CustomState);

    /// <summary>Ends the request if the validator found something: first the shape, then the limits, then the values.</summary>
    /// <exception cref="RefusalException">The request does not have the route's shape, more is asked for than a limit allows, or a value has no meaning.</exception>
    public static void ThrowIfInvalid(ValidationResult result)
    {
        if (result.IsValid) return;
        ThrowIfAny(result.Errors.Where(error => string.Equals(error.ErrorCode, ShapeCode, StringComparison.Ordinal)), ProblemTypes.Shape);
        ThrowIfAny(result.Errors.Where(error => string.Equals(error.ErrorCode, NotSupportedCode, StringComparison.Ordinal)), ProblemTypes.NotSupported);
        foreach (var (path, limit) in Exceeded(result)) throw Refuse.Limit(path, limit);
        ThrowIfAny(result.Errors, ProblemTypes.Value);
    }

    private static void ThrowIfAny(IEnumerable<ValidationFailure> failures, ProblemType type)
    {
        var errors = failures
            .GroupBy(failure => JsonPath(failure.PropertyName), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(failure => failure.ErrorMessage)], StringComparer.Ordinal);
        if (errors.Count > 0) throw Refuse.Fields(type, errors);
    }

    // "Optimizer.Lr" is called optimizer.lr in JSON; a path that a rule already wrote as JSON stays as it is.
    private static string JsonPath(string property) => property.Length > 0 && char.IsAsciiLetterUpper(property[0])
        ? string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName))
        : property;
}
