using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.ChainRule;

/// <summary>Asks for the derivative of a composition, stage by stage.</summary>
public sealed record ChainRuleRequest : FunctionRequest
{
    /// <summary>The variable to differentiate by; may be left out where the function has one.</summary>
    public string? Variable { get; init; }

    /// <summary>Where to evaluate every stage and its factor.</summary>
    public Point? Point { get; init; }
}

/// <summary>The derivative of a composition from the inside out.</summary>
public sealed record ChainRuleAnswer : Answer
{
    /// <summary>The stages, the innermost first: the definition's own functions, or where it names none, each layer of the formula by a letter.</summary>
    public required IReadOnlyList<StageAnswer> Stages { get; init; }

    /// <summary>The derivative as the product of the stages' derivatives, as it is multiplied.</summary>
    public required ExpressionAnswer Product { get; init; }

    /// <summary>The derivative, simplified.</summary>
    public required ExpressionAnswer Derivative { get; init; }

    /// <summary>The rule for this composition in Leibniz's notation, in LaTeX.</summary>
    public required string Leibniz { get; init; }

    /// <summary>The rule for this composition with primes, in LaTeX.</summary>
    public required string Prime { get; init; }

    /// <summary>The derivative at the point, in the shape of the variable.</summary>
    public ValueAnswer? Value { get; init; }

    /// <summary>The walk in lines; the last step's <c>after</c> is the derivative.</summary>
    public required IReadOnlyList<StepAnswer> Steps { get; init; }
}

/// <summary>One stage of a composition.</summary>
/// <param name="Name">Its name: the definition's own, or a letter.</param>
/// <param name="Outer">The stage as a function of its placeholders.</param>
/// <param name="Inner">What the placeholder stands for, written out in the variable.</param>
/// <param name="By">What the stage is differentiated by in Leibniz's notation: the name of the stage inside, or the variable.</param>
/// <param name="Placeholder">The letter that stands for the inside; the variable is its own.</param>
/// <param name="Derivative">The derivative of the outer function by the placeholder; of vectors and matrices what the stage makes of g, the derivative of the whole function by the stage.</param>
/// <param name="AtInner">That derivative with the inside put back.</param>
/// <param name="Value">That factor at the point; of vectors and matrices the derivative of the whole function that comes to the placeholder this way.</param>
/// <param name="FunctionValue">The stage's own value at the point.</param>
/// <param name="Others">Where a stage changes along several ways, as a product of two inner functions does: the further ones.</param>
public sealed record StageAnswer(
    string Name, ExpressionAnswer Outer, ExpressionAnswer Inner, string By, string Placeholder, ExpressionAnswer Derivative, ExpressionAnswer AtInner,
    ValueAnswer? Value, ValueAnswer? FunctionValue, IReadOnlyList<StageWayAnswer>? Others);

/// <summary>A further way along which a stage changes.</summary>
/// <param name="Inner">What the placeholder stands for.</param>
/// <param name="By">What the stage is differentiated by in Leibniz's notation: the name of the stage inside, or the variable.</param>
/// <param name="Placeholder">The letter that stands for it; the variable is its own.</param>
/// <param name="Derivative">The derivative of the outer function by the placeholder; of vectors and matrices what the stage makes of g, the derivative of the whole function by the stage.</param>
/// <param name="AtInner">That derivative with the inside put back.</param>
/// <param name="Value">That factor at the point; of vectors and matrices the derivative of the whole function that comes to the placeholder this way.</param>
public sealed record StageWayAnswer(ExpressionAnswer Inner, string By, string Placeholder, ExpressionAnswer Derivative, ExpressionAnswer AtInner, ValueAnswer? Value);
