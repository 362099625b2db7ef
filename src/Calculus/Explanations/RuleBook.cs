using Calculus.Binding;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Chooses the rule that differentiates a line from how the line is written.</summary>
internal sealed class RuleBook
{
    private readonly Notation _notation;
    private readonly string _variable;
    private readonly ProductPlans _products;
    private readonly PowerPlans _powers;
    private readonly FunctionPlans _functions;

    public RuleBook(Notation notation, string variable)
    {
        (_notation, _variable) = (notation, variable);
        _products = new ProductPlans(notation, this);
        _powers = new PowerPlans(notation, this);
        _functions = new FunctionPlans(notation, this);
    }

    /// <summary>The variable.</summary>
    public string Variable => _variable;

    /// <summary>Whether a line changes with the variable.</summary>
    public bool Changes(SyntaxNode node) => _notation.Dependence.On(_variable, node);

    /// <summary>Whether a line is the variable itself.</summary>
    public bool IsVariable(SyntaxNode node) => node.Kind == SyntaxKind.Name && string.Equals(node.Text, _variable, StringComparison.Ordinal);

    /// <summary>How to take the derivative of a line.</summary>
    public Plan PlanFor(SyntaxNode node)
    {
        var factory = _notation.Factory;
        if (IsVariable(node)) return Plan.At(DerivativeRules.Variable, DerivativeRules.Variable.Sentence, factory.Number(1));
        if (!Changes(node)) return Plan.At(DerivativeRules.Constant, $"{_notation.Quote(node)} does not change with {_variable}, so its derivative is 0.", factory.Number(0));
        return node.Kind switch
        {
            SyntaxKind.Negate => new Plan(
                DerivativeRules.ConstantMultiple, "The sign stays in front.", [node.Children[0]], of => factory.Negate(of(node.Children[0]))),
            SyntaxKind.Add or SyntaxKind.Subtract => Sum(node),
            SyntaxKind.Multiply or SyntaxKind.Divide => _products.For(node),
            SyntaxKind.Power => _powers.For(node),
            SyntaxKind.Factorial => _functions.For(factory.Call(Factorial.Function.Name, node.Children[0]), Factorial.Function, node),
            SyntaxKind.Call => _functions.For(node, _notation.Functions[node.Text], node),
            _ => throw new InvalidOperationException($"There is no rule for {node.Kind}."),
        };
    }

    private Plan Sum(SyntaxNode node)
    {
        var factory = _notation.Factory;
        var terms = Chains.Sum(node).ToList();
        return new Plan(DerivativeRules.Sum, DerivativeRules.Sum.Sentence, [.. terms.Select(static term => term.Term)], of =>
        {
            SyntaxNode? sum = null;
            foreach (var (term, isSubtracted) in terms)
            {
                var derivative = of(term);
                sum = sum is null ? (isSubtracted ? factory.Negate(derivative) : derivative)
                    : isSubtracted ? factory.Subtract(sum, derivative) : factory.Add(sum, derivative);
            }

            return sum!;
        });
    }
}
