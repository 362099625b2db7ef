using Calculus.Checkpoints;
using Calculus.Optimization.LeastSquares;

namespace Calculus.Optimization;

/// <summary>Where a descent stands, and what an optimizer may ask of the function on its way to the next point.</summary>
public sealed class Iterate
{
    private readonly Action _spend;
    private readonly double[] _clipped;
    private readonly GradientClip? _clip;

    /// <summary>Stands nowhere yet.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="clip">How gradients are shortened before the optimizer sees them; null where they are not.</param>
    /// <param name="spend">Pays for an evaluation; throws where the budget is spent.</param>
    internal Iterate(IObjective objective, GradientClip? clip, Action spend)
    {
        (Objective, _clip, _spend) = (objective, clip, spend);
        (At, Following) = (new(objective.Dimension), new(objective.Dimension));
        _clipped = clip is null ? [] : new double[objective.Dimension];
    }

    /// <summary>The function, for what has no method here.</summary>
    public IObjective Objective { get; }

    /// <summary>The number of steps done.</summary>
    public int Step => At.Step;

    /// <summary>The coordinates.</summary>
    public ReadOnlySpan<double> Point => At.Point;

    /// <summary>f at the point.</summary>
    public double Value => At.Value;

    /// <summary>∇f at the point, clipped where that was asked for.</summary>
    public ReadOnlySpan<double> Gradient => _clip is null ? At.Gradient : _clipped;

    /// <summary>The coordinates of the next point; they begin as those of the present one.</summary>
    public Span<double> Next => Following.Point;

    /// <summary>How often f was evaluated with its gradient so far.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Why the rule cannot go on; null while it can.</summary>
    internal string? GivenUp { get; private set; }

    /// <summary>True once f and its gradient at the next point are known.</summary>
    internal bool IsAccepted { get; private set; }

    /// <summary>The point that the descent is at.</summary>
    internal Waypoint At { get; private set; }

    /// <summary>The point that the descent goes to.</summary>
    internal Waypoint Following { get; private set; }

    /// <summary>f at a point of the rule's choice, and its gradient. It counts as an evaluation.</summary>
    /// <param name="x">The point.</param>
    /// <param name="gradient">Receives ∇f(x).</param>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        _spend();
        Evaluations++;
        return Objective.ValueAndGradient(x, gradient);
    }

    /// <summary>∇²f v at the present point.</summary>
    /// <param name="v">The vector.</param>
    /// <param name="product">Receives the product.</param>
    public void HessianVectorProduct(ReadOnlySpan<double> v, Span<double> product)
    {
        _spend();
        Objective.HessianVectorProduct(At.Point, v, product);
    }

    /// <summary>The residuals at the present point and their derivatives, where f is a sum of squares.</summary>
    /// <param name="residuals">Receives r(x).</param>
    /// <param name="jacobian">Receives J, row by row.</param>
    /// <exception cref="InvalidCastException">f is not an <see cref="ILeastSquaresObjective"/>.</exception>
    public void ResidualsAndJacobian(Span<double> residuals, Span<double> jacobian)
    {
        _spend();
        ((ILeastSquaresObjective)Objective).ResidualsAndJacobian(At.Point, residuals, jacobian);
    }

    /// <summary>Hands over f and its gradient at <see cref="Next"/>, where the rule has evaluated them already.</summary>
    /// <param name="value">f at the next point.</param>
    /// <param name="gradient">∇f there.</param>
    public void Accept(double value, ReadOnlySpan<double> gradient)
    {
        Following.Value = value;
        gradient.CopyTo(Following.Gradient);
        IsAccepted = true;
    }

    /// <summary>Says that the rule finds no further step; the descent then ends as stationary.</summary>
    /// <param name="message">Why, as a sentence.</param>
    public void GiveUp(string message) => GivenUp = message;

    /// <summary>Names where the descent stands; the next point is none yet.</summary>
    internal void Exchange(Snapshot snapshot)
    {
        At.Exchange(snapshot);
        Evaluations = snapshot.Long(Evaluations);
    }

    /// <summary>Makes the next point ready to be written.</summary>
    internal void Prepare()
    {
        At.Point.AsSpan().CopyTo(Following.Point);
        _clip?.Apply(At.Gradient, _clipped);
        Begin();
    }

    /// <summary>Begins a step whose next point is about to be written whole.</summary>
    internal (Waypoint From, Waypoint To) Begin()
    {
        Following.Step = At.Step + 1;
        IsAccepted = false;
        return (At, Following);
    }

    /// <summary>Evaluates f at the next point unless the rule has done so, and goes there.</summary>
    internal void Move()
    {
        if (!IsAccepted) Following.Value = Evaluate(Following.Point, Following.Gradient);
        Go();
    }

    /// <summary>Goes to the next point, where f and its gradient have just been evaluated and paid for.</summary>
    internal void Turn()
    {
        Evaluations++;
        Go();
    }

    private void Go()
    {
        Following.GradientNorm = Vectors.Norm(Following.Gradient);
        (At, Following) = (Following, At);
    }
}
