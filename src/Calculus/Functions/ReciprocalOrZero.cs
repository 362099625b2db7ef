using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>1/t, and 0 at 0: arises from differentiating a length, whose gradient at the origin is 0. Printed as 1/t.</summary>
internal sealed class ReciprocalOrZero : UnaryFunction<ReciprocalOrZero>
{
    public override string Name => "reciprocal_or_zero";
    public override bool IsNamed => false;
    public override string Latex => @"\operatorname{reciprocal}";
    public override string Sentence => "The reciprocal, and 0 at 0.";
    public override string Example => "1/x";

    public override Spellings Spellings { get; } = Spellings.Helped("reciprocal_or_zero") with
    {
        NumPyHelper = """
        def reciprocal_or_zero(x):
            return np.where(x == 0, 0.0, 1 / np.where(x == 0, 1.0, x))
        """,
        CHelper = """
        double reciprocal_or_zero(double x) {
            return x == 0.0 ? 0.0 : 1.0 / x;
        }
        """,
    };

    public override double Value(double x) => x == 0 ? 0 : 1 / x;
    public override Ball Value(Ball x, int bits) => x.IsZero ? x : Ball.One.Divide(x, bits);
    public override Complex? ComplexValue(Complex z) => z.Real == 0 ? null : 1 / z;
    public override Expression Derivative(Expression x, Expression y) => -x.Graph.Power(y, 2);
    public override Expression? Rewrite(Expression x) => x.Facts.IsNeverZero() ? 1 / x : null;
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);
}
