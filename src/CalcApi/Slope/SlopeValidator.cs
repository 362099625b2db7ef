using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Slope;

internal sealed class SlopeValidator : AbstractValidator<SlopeRequest>
{
    private const string Either = "Give function, from and to, or points without a function.";

    public SlopeValidator()
    {
        When(request => request.Points is null, () =>
        {
            RuleFor(request => request.Function).NotNull().WithMessage(Either).IsShape();
            RuleFor(request => request.From).NotNull().WithMessage(Either).IsShape();
            RuleFor(request => request.To).NotNull().WithMessage(Either).IsShape();
        }).Otherwise(() =>
        {
            RuleFor(request => request.Function).Null().WithMessage(Either).IsShape();
            RuleFor(request => request.Data).Null().WithMessage("Data belong to a function.").IsShape();
            RuleFor(request => request.From).Null().WithMessage(Either).IsShape();
            RuleFor(request => request.To).Null().WithMessage(Either).IsShape();
            RuleFor(request => request.Points)
                .Must(points => points is [[_, _], [_, _]])
                .WithMessage("Two points [x, y] are expected.").IsShape();
            RuleFor(request => request.Points)
                .Must(points => points is not [[var first, _], [var second, _]] || first != second)
                .WithMessage("The two inputs must differ: a vertical line has no slope.");
        });
    }
}
