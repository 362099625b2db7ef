using System.Collections.Immutable;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Calls of the catalogue's functions: their derivative is read off their declaration, with the arguments as written put in.</summary>
internal sealed class FunctionPlans(Notation notation, RuleBook rules)
{
    private static readonly ImmutableArray<string> s_letters = ["u", "v", "w", "t"];

    private SyntaxFactory Factory => notation.Factory;

    /// <summary>How to differentiate a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="function">Its function.</param>
    /// <param name="written">The call as it is written, where that differs, as of x!.</param>
    public Plan For(SyntaxNode call, Function function, SyntaxNode written)
    {
        if (function is If or Piecewise) return Branches(call, function);
        if (function is Extremum extremum) return Largest(call, extremum);
        var places = Enumerable.Range(0, call.Children.Count).Where(place => rules.Changes(call.Children[place])).ToList();
        var slopes = places.ConvertAll(place => Slope(call, function, place, places));
        if (places is [var only] && rules.IsVariable(call.Children[only]))
            return Plan.At(FunctionRules.Of(function), Known(written, function, slopes[0]) + Kinks(function), slopes[0]);

        List<SyntaxNode> parts = places.ConvertAll(place => call.Children[place]);
        if (parts is [var inner])
        {
            return new Plan(
                DerivativeRules.Chain,
                $"The outer function is {Outer(call, places[0])}, the inner one {notation.Quote(inner)}: the derivative of the outer at the inner, times the derivative of the inner.{Kinks(function)}",
                parts, of => Factory.Multiply(slopes[0], of(inner)));
        }

        return new Plan(DerivativeRules.ManyChains, $"{notation.Quote(written)} changes with several of its arguments. {DerivativeRules.ManyChains.Sentence}{Kinks(function)}", parts, of =>
        {
            SyntaxNode? sum = null;
            for (var i = 0; i < parts.Count; i++)
            {
                var term = Factory.Multiply(slopes[i], of(parts[i]));
                sum = sum is null ? term : term.Kind == SyntaxKind.Negate ? Factory.Subtract(sum, term.Children[0]) : Factory.Add(sum, term);
            }

            return sum!;
        });
    }

    // The derivative of this call, not that of the function with other arguments.
    private string Known(SyntaxNode written, Function function, SyntaxNode slope)
    {
        var (call, derivative) = (notation.Quote(written), notation.Quote(slope));
        return call is Step.LongPart || derivative is Step.LongPart
            ? $"The derivative of {function.Name} by its argument {rules.Variable} is known."
            : $"{Bases(written, function)}he derivative of {call} by {rules.Variable} is {derivative}.";
    }

    // log(u, b) is a quotient of natural logarithms, and that is what is differentiated.
    private string Bases(SyntaxNode written, Function function) => function is Log && written is { Kind: SyntaxKind.Call, Children: [var of, var @base] }
        ? $"{notation.Quote(written)} is {notation.Quote(Factory.Divide(Factory.Call(Log.Function.Name, of), Factory.Call(Log.Function.Name, @base)))}, so t"
        : "T";

    // A function of one argument by its name; of several with a letter where the inner function stands, such as log(u, 2).
    private string Outer(SyntaxNode call, int place)
    {
        if (call.Children.Count == 1) return call.Text;
        var letter = s_letters.FirstOrDefault(letter => !notation.Dependence.On(letter, call));
        var outer = letter is null ? Step.LongPart : notation.Quote(Factory.Call(call.Text, [.. call.Children.Select((argument, i) => i == place ? Factory.Name(letter) : argument)]));
        return outer is Step.LongPart ? call.Text : outer;
    }

    // Where both sides have the same slope, it is the value that jumps.
    private static string Kinks(Function function) => function is Mod || (function.Kinks.Count > 0 && function.Kinks.All(static kink => kink.Left.Equals(kink.Right)))
        ? " At a jump, where there is no derivative, the value used is a convention."
        : function.Kinks.Count == 0 ? "" : " At a kink the value used is a convention.";

    // The derivative by one argument, first in letters for the arguments that change, then with the arguments put in.
    private SyntaxNode Slope(SyntaxNode call, Function function, int place, List<int> changing)
    {
        var letters = new string[call.Children.Count];
        var arguments = new Expression[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = FormattableString.Invariant($"argument_{i}_");
            arguments[i] = changing.Contains(i) ? notation.Graph.Symbol(letters[i], SymbolRole.Argument) : notation.Bind(call.Children[i]);
        }

        var slope = Simplify.Of(Derivative.Of(function.Apply(notation.Graph, arguments), (Symbol)arguments[place]));
        var meanings = changing.ToDictionary(i => letters[i], i => call.Children[i], StringComparer.Ordinal);
        return Substitution.In(notation.Write(slope, letters), meanings, notation);
    }

    // Of more arguments than this a line has no room for the shares of a tie.
    private const int MostShares = 8;

    // Where two arguments are always equal, so are their slopes: either will do. Of two, the tie is a case of its own.
    private Plan Largest(SyntaxNode call, Extremum function)
    {
        List<SyntaxNode> parts = [.. call.Children.Distinct()];
        var rule = FunctionRules.Of(function);
        var which = function is Max ? "largest" : "smallest";
        if (parts is [var only]) return new Plan(rule, "All arguments are the same.", [only], of => of(only));
        return parts is [var first, var second]
            ? new Plan(rule, $"Only the {which} argument counts, and so only its slope; at a tie, where there is no derivative, both get an equal share.", parts, of => Factory.Call(
                Piecewise.Function.Name, Factory.Compare(Strictly(function), first, second), of(first), Factory.Compare(SyntaxKind.Equal, first, second),
                Factory.Divide(Factory.Add(of(first), of(second)), Factory.Number(2)), of(second)))
            {
                Remark = "step is 1/2 at 0, the equal share of a tie",
            }
            : parts.Count <= MostShares ? Shares(call, parts, rule, which)
            : new Plan(rule, $"Only the {which} argument counts, and so only its slope; at a tie, where there is no derivative, the value is an equal share of each, which these lines leave out.", parts, of =>
            {
                var arguments = new List<SyntaxNode>();
                for (var i = 0; i < parts.Count - 1; i++)
                {
                    arguments.Add(Beats(parts[i], parts[(i + 1)..], function));
                    arguments.Add(of(parts[i]));
                }

                return Factory.Call(Piecewise.Function.Name, [.. arguments, of(parts[^1])]);
            })
            {
                Except = "except at a tie, where the equal share is a convention",
            };
    }

    // The slopes of those arguments that are the largest, over their number.
    private Plan Shares(SyntaxNode call, List<SyntaxNode> parts, Rule rule, string which)
    {
        return new Plan(rule, $"Only the {which} argument counts, and so only its slope; at a tie, where there is no derivative, each of those tied gets an equal share: the sum of their slopes over their number.", parts, of =>
            Factory.Divide(parts.Select(part => Where(part, of(part))).Aggregate(Factory.Add), parts.Select(part => Where(part, Factory.Number(1))).Aggregate(Factory.Add)))
        {
            Except = "except at a tie, whose equal share step does not show",
        };

        SyntaxNode Where(SyntaxNode part, SyntaxNode value) => Factory.Call(If.Function.Name, Factory.Compare(SyntaxKind.Equal, part, call), value, Factory.Number(0));
    }

    private static SyntaxKind Strictly(Extremum function) => function is Max ? SyntaxKind.Greater : SyntaxKind.Less;

    private SyntaxNode Beats(SyntaxNode argument, List<SyntaxNode> others, Extremum function)
    {
        var kind = function is Max ? SyntaxKind.GreaterOrEqual : SyntaxKind.LessOrEqual;
        var all = Factory.Compare(kind, argument, others[0]);
        foreach (var other in others.Skip(1)) all = Factory.Compare(SyntaxKind.And, all, Factory.Compare(kind, argument, other));
        return all;
    }

    private Plan Branches(SyntaxNode call, Function function)
    {
        var arguments = call.Children;
        // A branch that is taken only at isolated points has no slope of its own.
        if (function is If && notation.Bind(call) is Choice choice && Thin.OnlyBranch(choice, notation.SymbolOf(rules.Variable)) is { } branch)
        {
            var kept = arguments[branch];
            return new Plan(DerivativeRules.Piecewise, $"The other branch holds only at isolated points: the derivative is that of {notation.Quote(kept)}.", [kept], of => of(kept));
        }

        List<SyntaxNode> parts = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            if (IsBranch(i)) parts.Add(arguments[i]);
        }

        return new Plan(DerivativeRules.Piecewise, DerivativeRules.Piecewise.Sentence, parts,
            of => Factory.Call(call.Text, [.. arguments.Select((argument, i) => IsBranch(i) ? of(argument) : argument)]));

        bool IsBranch(int place) => place % 2 == 1 || place == arguments.Count - 1;
    }
}
