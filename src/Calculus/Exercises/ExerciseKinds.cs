using System.Collections.Frozen;

namespace Calculus.Exercises;

/// <summary>Everything that can be practised.</summary>
internal static class ExerciseKinds
{
    private const string Sin = "derivative-of-sin", Cos = "derivative-of-cos", Tan = "derivative-of-tan", Exp = "derivative-of-exp", Log = "derivative-of-log", Root = "derivative-of-sqrt";
    private const string Product = "product-rule", Quotient = "quotient-rule", Chain = "chain-rule", Exponential = "exponential-rule";

    /// <summary>The kinds, in the order in which people learn them.</summary>
    public static IReadOnlyList<ExerciseKind> All { get; } =
    [
        new("slope", "Slope between two points", "Rise over run between two points of a curve.", ["rise-over-run"], ["output", "rise", "run", "point-slope-form"], SlopeExercises.Slope)
        {
            Hints = [new("The slope is the rise divided by the run.", @"\frac{f(b) - f(a)}{b - a}")],
        },
        new("limit", "The derivative as a limit", "The derivative from first principles, as the limit of the difference quotient.", ["difference-quotient"], [], SlopeExercises.Limit)
        {
            Hints =
            [
                new("The derivative is what the slope between x and x + h comes to as h goes to 0.", @"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h}"),
                new("Work the quotient out until h can be divided out, and only then put 0 in its place."),
            ],
        },
        new("power-rule", "Power rule", "Powers of x, with whole, negative and broken exponents.", ["power-rule"], [], CurveExercises.Power),
        new("sum-rule", "Sums and constant factors", "Sums of powers, term by term.", ["sum-rule"], [], CurveExercises.Sum),
        new("product-rule", "Product rule", "Products of powers and elementary functions.", [Product], [Sin, Cos, Exp, Log], CurveExercises.Product),
        new("quotient-rule", "Quotient rule", "Quotients of sums and elementary functions.", [Quotient], [Sin, Cos, Exp, Log], CurveExercises.Quotient),
        new("chain-rule", "Chain rule", "Functions of functions.", [Chain, Exponential], [Sin, Cos, Exp, Log, Root], CurveExercises.Chain),
        new("exponentials", "Exponentials", "Powers with a changing exponent.", [Exp, Exponential], [Chain, Product], FunctionExercises.Exponentials),
        new("logarithms", "Logarithms", "Natural logarithms, and those of other bases.", [Log, "derivative-of-log2", "derivative-of-log10", Chain], [Product, Quotient], FunctionExercises.Logarithms),
        new("trigonometry", "Trigonometric functions", "Sines, cosines and tangents.", [Sin, Cos, Tan, Chain], [Product], FunctionExercises.Trigonometry),
        new("activations", "Activation functions", "The functions between the layers of a network.", ["derivative-of-sigmoid", "derivative-of-tanh", "derivative-of-softplus", Chain], [Product], FunctionExercises.Activations),
        new("partial-derivative", "Partial derivatives", "One variable moves while the others are held still.", ["partial-derivative"], ["freeze", "unfreeze", Sin, Cos, Exp, Log, Chain, Quotient, "reciprocal-rule"], SurfaceExercises.Partial)
        {
            Hints = [new("Treat every other variable as if it were a number.")],
        },
        new("gradient", "Gradient at a point", "All partial derivatives at one point.", ["partial-derivative"], ["freeze", "unfreeze"], SurfaceExercises.Gradient)
        {
            Hints = [new("The gradient has one partial derivative for each variable; the point is put in at the end.", @"\nabla f = \left(\frac{\partial f}{\partial x}, \frac{\partial f}{\partial y}, \ldots\right)")],
        },
        new("direction", "Slope along a direction", "The gradient times a direction of length 1.", ["dot-product"], ["partial-derivative", "freeze", "unfreeze", "partial-at-point", "length", "unit-direction", "along-direction"], SurfaceExercises.Along)
        {
            Hints =
            [
                new("The slope along a direction is the gradient at the point times the unit vector of that direction.", @"\nabla f \cdot \frac{d}{\left\| d \right\|}"),
                new("The length of a direction is the root of the sum of the squares of its entries.", @"\left\| d \right\| = \sqrt{d_1^{2} + d_2^{2} + \cdots}"),
            ],
        },
        new("matrix-gradient", "Gradients by vectors", "Gradients in the notation of matrices.", ["matrix-product-rule", "sum-of-entries", "entrywise-chain-rule", "norm-rule"], ["array-sum-rule", "entrywise-product-rule", "constant-factor", Chain, Product], MatrixExercises.Gradient)
        {
            Hints =
            [
                new("The gradient has the shape of w. Go backwards through the formula, part by part."),
                new("In the derivative of a product of matrices the other factors are transposed.", @"\nabla_w \left(c^{\top} w\right) = c, \quad \nabla_w \left(w^{\top} A w\right) = \left(A + A^{\top}\right) w"),
            ],
        },
        new("descent-step", "One step of gradient descent", "From the start against the gradient, by the learning rate times its size.", ["power-rule"], ["partial-derivative", "freeze", "unfreeze"], LearningExercises.Step)
        {
            Hints = [new("A step goes against the gradient, by the learning rate times the gradient.", @"x_1 = x_0 - \eta \, \nabla f(x_0)")],
        },
        new("backpropagation", "Backpropagation by hand", "Forwards through a small network, and backwards by the chain rule.", [Chain, "derivative-of-relu"], ["partial-derivative", "freeze", "unfreeze", "derivative-of-sigmoid"], LearningExercises.Backpropagation)
        {
            Hints = [new("Go forwards first and keep every value; then go backwards and multiply the slopes along the way.", @"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial p} \, \frac{\partial p}{\partial w}")],
        },
    ];

    /// <summary>The kinds by their names.</summary>
    public static FrozenDictionary<string, ExerciseKind> ByName { get; } = All.ToFrozenDictionary(static kind => kind.Name, StringComparer.Ordinal);

    /// <summary>A kind by its name.</summary>
    public static ExerciseKind Of(string name) => ByName[name];
}
