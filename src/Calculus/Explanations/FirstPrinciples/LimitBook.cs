using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Chooses how the limit of a difference quotient is found, by how the function is written.</summary>
internal sealed class LimitBook
{
    private readonly Quotients _quotients;
    private readonly NumeratorLines _numerators;
    private readonly SumLimits _sums;
    private readonly ProductLimits _products;
    private readonly RootLimits _roots;
    private readonly ElementaryLimits _elementary;
    private readonly CompositionLimits _compositions;

    public LimitBook(Quotients quotients)
    {
        _quotients = quotients;
        _numerators = new NumeratorLines(quotients);
        _sums = new SumLimits(quotients, _numerators);
        _products = new ProductLimits(quotients, _numerators);
        _roots = new RootLimits(quotients, _numerators);
        _elementary = new ElementaryLimits(quotients);
        _compositions = new CompositionLimits(quotients, _numerators);
    }

    private SyntaxFactory Factory => _quotients.Factory;

    /// <summary>How the limit of a part's difference quotient is found.</summary>
    public LimitPlan PlanFor(Part part)
    {
        var node = part.Node;
        if (_quotients.IsConstant(part)) return _sums.Constant(part);
        if (_numerators.PlanFor(part) is { } polynomial) return polynomial;
        return node.Kind switch
        {
            SyntaxKind.Negate => _sums.Negative(part),
            SyntaxKind.Add or SyntaxKind.Subtract => _sums.Sum(part),
            SyntaxKind.Multiply or SyntaxKind.Divide => _products.PlanFor(part),
            SyntaxKind.Power => Power(part, node.Children[0], node.Children[1]),
            SyntaxKind.Factorial => _compositions.Known(part, Factorial.Function),
            SyntaxKind.Call => Call(part, _quotients.Notation.Functions[node.Text]),
            _ => throw new InvalidOperationException($"There is no difference quotient of {node.Kind}."),
        };
    }

    private LimitPlan Power(Part part, SyntaxNode @base, SyntaxNode exponent)
    {
        if (_quotients.Changes(exponent, part.Frame))
        {
            if (_quotients.Changes(@base, part.Frame))
            {
                var exponential = Factory.Call("exp", Factory.Multiply(exponent, Factory.Call("log", @base)));
                return _compositions.Written(part, exponential, LimitRules.Laws, "Base and exponent both change: u^v = exp(v log u).");
            }

            // The logarithm of the base has to be a number.
            if (_quotients.Notation.Bind(@base) is Number { Value.Sign: <= 0 }) return _compositions.Known(part, Calculus.Functions.Power.Function);
            return exponent == part.Frame.At
                ? _elementary.Exponential(part, @base)
                : _compositions.Chain(part, exponent, letter => Factory.Power(@base, letter));
        }

        var number = _quotients.Notation.Bind(exponent) is Number { Value: var value } ? value : (Rational?)null;
        if (number is { IsOne: true }) return _compositions.Written(part, @base, DerivativeRules.Simplify, "A power with the exponent 1 is its base.");
        if (number is { IsInteger: true, Sign: < 0 } n && _products.NegativePower(part, @base, n) is { } fraction) return fraction;
        if (number == Rational.Of(1, 2) && _roots.Conjugate(part, @base, false) is { } root) return root;
        return @base == part.Frame.At ? _roots.Power(part, exponent) : _compositions.Chain(part, @base, letter => Factory.Power(letter, exponent));
    }

    private LimitPlan Call(Part part, Function function)
    {
        if (function is If or Piecewise) return _compositions.Branches(part);
        var arguments = part.Node.Children;
        var changing = Enumerable.Range(0, arguments.Count).Where(place => _quotients.Changes(arguments[place], part.Frame)).ToList();
        if (changing is not [var only]) return ByDefinition(part, function) ?? _compositions.Known(part, function);

        var argument = arguments[only];
        if (function is Sqrt or Abs && _roots.Conjugate(part, argument, function is Abs) is { } root) return root;
        if (argument != part.Frame.At)
            return _compositions.Chain(part, argument, letter => Factory.Call(part.Node.Text, [.. arguments.Select((each, place) => place == only ? letter : each)]));

        if (_elementary.PlanFor(part, function.Name) is { } elementary) return elementary;
        if (RootOrder(part.Node, function) is { } order) return _roots.Fractional(part, 1, order);
        if (ByDefinition(part, function) is { } written) return written;
        return IsTaughtByInverse(function) ? _compositions.Inverse(part, function.Inverse!) : _compositions.Known(part, function);
    }

    private LimitPlan? ByDefinition(Part part, Function function) =>
        FunctionDefinitions.Of(function.Name, part.Node, Factory) is { } line
            ? _compositions.Written(part, line, LimitRules.ByDefinition, $"{_quotients.Quote(part.Node)} is {_quotients.Quote(line)}.")
            : null;

    // The order of a root of the variable, where it is a small whole number.
    private int? RootOrder(SyntaxNode call, Function function) => function switch
    {
        Cbrt => 3,
        Root when _quotients.Notation.Bind(call.Children[1]) is Number { Value: { IsInteger: true } n } && n > 1 && n <= RootLimits.LargestExponent => (int)n.Numerator,
        _ => null,
    };

    // The inverses of these have limits of their own, so two functions cannot refer to each other in a circle.
    private static bool IsTaughtByInverse(Function function) =>
        function is Asin or Acos or Atan or Asec or Acsc or Acot or Asinh or Acosh or Atanh or Asech or Acsch or Acoth;
}
