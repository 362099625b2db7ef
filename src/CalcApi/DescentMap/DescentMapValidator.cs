using CalcApi.Http;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;
using Calculus.Budgets;
using Calculus.Optimization;
using FluentValidation;

namespace CalcApi.DescentMap;

internal sealed class DescentMapValidator : TrajectoryValidator<DescentMapRequest>
{
    public DescentMapValidator(ServiceLimits limits, Optimizers optimizers)
        : base(limits)
    {
        RuleFor(request => request.Optimizer).Custom((optimizer, context) => Check(optimizer, "optimizer", optimizers, context));
        RuleFor(request => request.Steps).GreaterThanOrEqualTo(0).WithMessage("It must be at least 0.");
        RuleFor(request => request.Steps).UpTo("descentSteps", limits.DescentSteps);
        RuleFor(request => request.Axes).Must(static axes => axes.Count is 1 or 2).WithMessage("Give one or two axes.");
        RuleFor(request => request.Axes)
            .Must(axes => Cells(axes) <= limits.MapCells)
            .WithState((_, axes) => new LimitException("mapCells", limits.MapCells, $"The map would have {Cells(axes)} cells; at most {limits.MapCells} are allowed. Take fewer values along the axes.", Cells(axes)));
        RuleForEach(request => request.Axes).ChildRules(static axis =>
        {
            axis.RuleFor(each => each.Coordinate).Must(static (each, name) => name is null != each.Parameter is null).WithMessage("Give either a coordinate or a parameter.").IsShape();
            axis.RuleFor(each => each.Resolution).Must(static count => count is null or >= 2).WithMessage("It must be at least 2.");
            axis.RuleFor(each => each.Scale).Must(static scale => scale is null or MapAxis.Linear or MapAxis.Logarithmic).WithMessage("It is linear or logarithmic.");
            axis.RuleFor(each => each.From).Must(static (each, from) => each.Scale is not MapAxis.Logarithmic || from > 0).WithMessage("On a logarithmic axis it must be above 0.");
            axis.RuleFor(each => each.To).Must(static (each, to) => each.Scale is not MapAxis.Logarithmic || to > 0).WithMessage("On a logarithmic axis it must be above 0.");
        });
    }

    private static long Cells(IReadOnlyList<MapAxisRequest> axes) => axes.Aggregate(1L, static (cells, axis) => cells * Math.Max(1, axis.Resolution ?? MapAxis.DefaultResolution));
}
