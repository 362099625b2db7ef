using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Programs;

public sealed class TracingTests
{
    [Fact]
    public void Names_the_part_in_which_a_value_stopped_being_finite()
    {
        var f = new Formulas();
        var log = Log.Of(f.X);
        var reciprocal = 1 / f.X;
        var quotient = Sin.Of(f.Y) / f.Y;
        Assert.Same(log, Origin(f, Exp.Of(Sin.Of(log) + f.Y), -1));
        Assert.Same(reciprocal, Origin(f, Cos.Of(reciprocal) + f.Y, 0));
        Assert.Same(quotient, Origin(f, (3 * quotient) + f.X, 1));
        Assert.Same(f.Sqrt(f.X), Origin(f, f.Sqrt(f.X) * log, -1));
        Assert.Same(Exp.Of(f.X), Origin(f, 1 / (2 + Exp.Of(f.X)) * Exp.Of(f.X), 800));
    }

    [Fact]
    public void Finite_values_have_no_origin()
    {
        var f = new Formulas();
        Assert.Null(Origin(f, f.X + f.Y, 1));
        Assert.Null(Origin(f, 1 / (2 + Exp.Of(f.X)), 800));
        Assert.Null(Origin(f, Atan.Of(1 / f.X), 0));
    }

    [Fact]
    public void The_branch_not_taken_is_never_blamed()
    {
        var f = new Formulas();
        var positive = Less.Of(f.Graph.Zero, f.X);
        Assert.Null(Origin(f, f.If(positive, Log.Of(f.X), 1 / f.Y), -1, 2));
        Assert.Same(1 / f.Y, Origin(f, f.If(positive, Log.Of(f.X), 1 / f.Y) + f.Z, -1, 0));
        Assert.Same(Log.Of(f.X - 2), Origin(f, f.If(positive, Log.Of(f.X - 2), 1 / f.Y), 1, 0));
    }

    [Fact]
    public void Numbers_that_are_known_beforehand_are_named_too()
    {
        var f = new Formulas();
        var root = f.Sqrt(f.Number(-2));
        Assert.Same(root, Origin(f, root + f.X, 1));
        Assert.Same(f.Constant("inf"), Origin(f, f.Constant("inf") - f.X, 1));
        Assert.Same(Log.Of(-f.A), Origin(f, f.X * Log.Of(-f.A), 1));
    }

    [Fact]
    public void A_coordinate_that_is_not_finite_is_itself_the_origin()
    {
        var f = new Formulas();
        Assert.Same(f.X, Origin(f, Sin.Of(f.X) + f.Y, double.PositiveInfinity));
    }

    [Fact]
    public void The_first_output_with_an_origin_decides()
    {
        var f = new Formulas();
        var program = f.Compile(f.X, Log.Of(f.Y), Log.Of(f.X));
        Assert.Same(Log.Of(f.Y), program.FirstNonFinite([-1, -1, 0], new Budget(Formulas.Roomy)));
        Assert.Same(Log.Of(f.X), program.FirstNonFinite([-1, 1, 0], new Budget(Formulas.Roomy)));
    }

    private static Expression? Origin(Formulas f, Expression formula, double x, double y = 0) =>
        f.Compile(formula).FirstNonFinite([x, y, 0.5], new Budget(Formulas.Roomy));
}
