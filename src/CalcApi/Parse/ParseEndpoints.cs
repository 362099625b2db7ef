using System.Text.Json;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Binding;
using Calculus.Syntax;

namespace CalcApi.Parse;

/// <summary>How a function is read.</summary>
internal static class ParseEndpoints
{
    /// <summary>Maps <c>parse</c>.</summary>
    public static void MapParse(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<ParseRequest, ParseAnswer>("/parse", Parse)
            .WithTags("Function").WithName("Parse")
            .WithSummary("How a function is read")
            .WithDescription("The formula in a person's form and in LaTeX, with every bracket written, its variables and its syntax tree.")
            .Example("A quotient that people read in two ways", """{ "function": "1/2x" }""")
            .Example("Composed functions", """{ "function": "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))" }""")
            .Example("A loss of weights and data by their shapes", """{ "function": "loss(w, b) = log_loss(sigmoid(X @ w + b), y)", "shapes": { "w": ["d"], "X": ["n", "d"], "y": ["n"] } }""")
            .Example("An equation between two variables", """{ "function": "x^2 + y^2 = 25" }""")
            .Example("LaTeX from a paper", """{ "function": "\\frac{1}{1+e^{-x}}" }""")
            .Example("A line of NumPy from a notebook", """{ "function": "np.exp(-x**2 / 2) / math.sqrt(2 * math.pi)" }""")
            .Example("Two variables in the order of a signature", """{ "function": "f(x, z) = 2z^3 x^2" }""");

    private static ParseAnswer Parse(ParseRequest request, Computation computation)
    {
        try
        {
            return Answered(request.Study(computation), static span => span);
        }
        catch (FormulaException fault) when (EquationAt(request.Function, fault.Span) is not null)
        {
            return AnsweredEquation(request, EquationAt(request.Function, fault.Span)!, fault, computation);
        }
    }

    // A text that is refused at the equals sign of its last statement, because what stands before it is no name, or in a signature of a
    // known function, is an equation.
    private static Equation? EquationAt(string text, TextSpan fault)
    {
        try
        {
            var equation = Equation.Of(text);
            var left = equation.Sides[0];
            var isOutside = left.Count(static sign => sign is '(' or '[') == left.Count(static sign => sign is ')' or ']');
            return isOutside && (fault.Start == equation.Sign || (fault.Start < equation.Sign && CallsKnownFunction(left))) ? equation : null;
        }
        catch (FormulaException)
        {
            return null; // the first fault is the one to tell
        }
    }

    private static bool CallsKnownFunction(string left)
    {
        var start = Math.Max(left.LastIndexOf(';'), left.LastIndexOf('\n')) + 1;
        var bracket = left.IndexOf('(', start);
        return bracket > 0 && Binder.FunctionNames.Contains(left[start..bracket].Trim());
    }

    // Faults are told at their place in the equation as it was sent; one of a side alone, such as a bracket that is never closed, by reading that side.
    private static ParseAnswer AnsweredEquation(ParseRequest request, Equation equation, FormulaException first, Computation computation)
    {
        try
        {
            var (left, right) = (Side(equation.Sides[0]), Side(equation.Sides[1]));
            return Answered((request with { Function = equation.Function }).Study(computation), equation.InEquation) with { Equation = new(left, right, equation.Function.TrimEnd()) };
        }
        catch (FormulaException) when (first.Span.Start < equation.Sign)
        {
            throw first;
        }
        catch (FormulaException fault)
        {
            foreach (var side in equation.Sides) Side(side);
            throw new FormulaException(fault.Message, equation.InEquation(fault.Span), fault.Hint);
        }

        ExpressionAnswer Side(string text) => ExpressionAnswer.Of(SideOf(request, text, computation).Written);
    }

    // Data that only the other side has are no fault here.
    private static Study SideOf(ParseRequest request, string text, Computation computation) =>
        Studies.Of(text, null, computation, request.Data?.Keys ?? [], Studies.ShapesOf(request, text, computation, []));

    private static ParseAnswer Answered(Study study, Func<TextSpan, TextSpan> placed)
    {
        var statements = study.Definition.Statements;
        return new()
        {
            Written = ExpressionAnswer.Of(study.Written),
            Function = ExpressionAnswer.Of(study, study.Function),
            Bracketed = study.Bracketed,
            Name = study.Name,
            Shape = ShapeAnswer.Of(study.Function.Shape),
            Variables = [.. study.Variables.Select(name => new VariableAnswer(name, ShapeAnswer.Of(study.ShapeOf(name))))],
            Helpers = [.. statements.SkipLast(1).Select(statement => Helper(statement, placed))],
            Operations = study.Operations,
            Tree = Tree(statements[^1], placed),
            Notes = NoteAnswer.Of([.. study.Notes([]).Select(note => note with { Span = note.Span is { } span ? placed(span) : null })]),
        };
    }

    private static HelperAnswer Helper(Statement statement, Func<TextSpan, TextSpan> placed) => new(
        statement.Name ?? "", [.. statement.Parameters?.Select(parameter => parameter.Name) ?? []], PositionOf(placed(statement.Body.Span)));

    private static List<TreeNodeAnswer> Tree(Statement statement, Func<TextSpan, TextSpan> placed)
    {
        var places = new Dictionary<SyntaxNode, int>(ReferenceEqualityComparer.Instance);
        var nodes = new List<TreeNodeAnswer>(statement.Nodes.Count);
        foreach (var node in statement.Nodes)
        {
            places[node] = nodes.Count;
            nodes.Add(new(
                JsonNamingPolicy.CamelCase.ConvertName(node.Kind.ToString()), node.Text, PositionOf(placed(node.Span)),
                [.. node.Children.Select(child => places[child])], node.Brackets, node.Implied));
        }

        return nodes;
    }

    private static Position PositionOf(TextSpan span) => new(span.Start, span.End);
}
