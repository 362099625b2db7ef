using System.Collections.Frozen;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Calculus.Simplification;

namespace Calculus.Explanations;

/// <summary>One rule for each function of the catalogue: what its derivative is, read off its own declaration.</summary>
internal static class FunctionRules
{
    private static readonly FrozenDictionary<string, Rule> s_rules =
        Catalogue.All.Where(static function => function is not (If or Calculus.Functions.Piecewise)).ToFrozenDictionary(static function => function.Name, Make, StringComparer.Ordinal);

    /// <summary>All of them, in the catalogue's order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Catalogue.All.Where(static function => s_rules.ContainsKey(function.Name)).Select(static function => s_rules[function.Name])];

    /// <summary>The rule of one function.</summary>
    public static Rule Of(Function function) => s_rules[function.Name];

    private static Rule Make(Function function)
    {
        var budget = new Budget(new Limits());
        var graph = new Graph(budget);
        Expression[] arguments = [.. function.Parameters.Where(static parameter => parameter.Default is null).Select(parameter => Argument(parameter, graph))];
        var style = new PrintStyle([.. arguments.OfType<Symbol>().Select(static symbol => symbol.Name)]);
        var call = function.Apply(graph, arguments);
        var by = (Symbol)arguments[FirstChanging(function)];
        var derivative = Simplify.Of(Derivative.Of(call, by));
        var formula = $"{function.Name}({string.Join(", ", arguments.Select(argument => TextPrinter.Print(argument, style, budget)))})";
        var slope = TextPrinter.Print(derivative, style, budget);
        var (top, bottom) = style.Variables.Count == 1 ? ("d", "d") : (@"\partial", @"\partial ");
        var latex = $@"\frac{{{top}}}{{{bottom}{by.Name}}} {LatexPrinter.Print(call, style, budget)} = {LatexPrinter.Print(derivative, style, budget)}";
        return new Rule(
            $"derivative-of-{function.Name.Replace('_', '-')}", $"Derivative of {function.Name}", $"The derivative of {formula} by {by.Name} is {slope}.", latex, formula);
    }

    // Where a function has an order, it is the first argument, and a number.
    private static int FirstChanging(Function function) => function is Polygamma ? 1 : 0;

    private static Expression Argument(FunctionParameter parameter, Graph graph) =>
        parameter.Name is "n" ? graph.Number(3) : graph.Symbol(parameter.Name, SymbolRole.Variable);
}
