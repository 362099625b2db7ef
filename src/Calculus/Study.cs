using System.Collections.Frozen;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus;

/// <summary>
/// A function under study: its definition is read once, then asked for formulas and numbers. Belongs to one request and
/// one thread; whatever it does is paid from the budget it was given.
/// </summary>
public sealed partial class Study
{
    // Who writes one of these knows the logistic function by its name.
    private static readonly FrozenSet<string> StableNames = FrozenSet.Create(
        StringComparer.Ordinal, "sigmoid", "logistic", "softplus", "silu", "swish", "mish", "gelu_tanh", "logit");

    // About ten lines of text.
    private const long LongestWithoutNames = 400;

    private readonly StudyContext _context;
    private readonly Budget _budget;
    private readonly Graph _graph;
    private readonly BindingContext _binding;
    private readonly BoundDefinition _bound;
    private readonly PrintStyle _style;
    private readonly TextPrinter _text;
    private readonly LatexPrinter _latex;
    private readonly Dictionary<(Expression Of, Symbol By), Expression> _next = [];
    private readonly List<Note> _notes;
    private readonly Lazy<IReadOnlyList<Expression>> _conditions;

    private Study(Definition definition, StudyContext context, Budget budget)
    {
        (Definition, _context, _budget) = (definition, context, budget);
        _graph = new Graph(budget);
        _binding = new BindingContext(context.Data, context.Declared) { Functions = context.Functions, Arrays = context.Arrays, Shapes = WithNumbers(context.Shapes, context.Data) };
        _bound = Binder.Bind(definition, _binding, _graph);
        Variables = [.. _bound.Variables.Select(static symbol => symbol.Name)];
        _notes = [.. definition.Notes];
        var nodes = definition.Statements.SelectMany(static statement => statement.Nodes).ToList();
        _style = new PrintStyle(Variables)
        {
            Decimals = nodes.Exists(static node => node.Kind == SyntaxKind.Number && node.Text.AsSpan().ContainsAny('.', 'e')),
            LongestWithoutNames = LongestWithoutNames,
            SpellOut = !nodes.Exists(static node => node.Kind == SyntaxKind.Call && StableNames.Contains(node.Text)),
        };
        _conditions = new Lazy<IReadOnlyList<Expression>>(() => DomainConditions.Of(Function));
        _text = new TextPrinter(_style, budget);
        _latex = new LatexPrinter(_style, budget);
    }

    /// <summary>The definition as written.</summary>
    public Definition Definition { get; }

    /// <summary>The name of the function, where it has one.</summary>
    public string? Name => _bound.Name;

    /// <summary>Its inputs: in the order of the signature, else of first appearance.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>What the reading and the answers so far deserve to be told; read it last.</summary>
    public IReadOnlyList<Note> Notes => _budget.Shortened
        ? [.. _notes, new Note(NoteCodes.Shortened, "The formula may have a shorter form: the work allowed for simplification was spent.")]
        : _notes;

    /// <summary>The function as a formula.</summary>
    public Expression Function => _bound.Function;

    /// <summary>The last statement with every bracket written.</summary>
    public string Bracketed => SyntaxPrinter.Bracketed(Definition.Statements[^1].Body, _budget);

    /// <summary>How many operations the function takes, counted on its printed form.</summary>
    public long Operations => OperationCount.Of(Function);

    /// <summary>Reads a definition and gives its names their meaning.</summary>
    /// <exception cref="FormulaException">The text has no meaning; the exception points at the place.</exception>
    /// <exception cref="LimitException">It asks for more than a limit allows.</exception>
    public static Study Of(string text, StudyContext context, Budget budget)
    {
        var declared = context.Declared.Concat(context.Data.Keys).Concat(context.Arrays.Keys).Concat(context.Shapes.Keys).ToHashSet(StringComparer.Ordinal);
        var vocabulary = new Vocabulary(Binder.FunctionNames, declared);
        return new Study(DefinitionParser.Parse(text, vocabulary, budget), context, budget);
    }

    /// <summary>A formula as text and LaTeX.</summary>
    public Printed Print(Expression expression) => new(_text.Print(expression), _latex.Print(expression), Variables);

    /// <summary>The derivative with respect to one variable, in the form a person would write.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="order">How many times, at least 0.</param>
    /// <exception cref="LimitException">The order or the work goes beyond a limit.</exception>
    public Expression Derivative(string variable, int order = 1)
    {
        CheckOrder(order);
        var symbol = SymbolOf(variable);
        var formula = Function;
        for (var n = 1; n <= order; n++) formula = Next(formula, symbol, n);
        NoteConditions(formula);
        return formula;
    }

    /// <summary>The partial derivatives with respect to several variables, each in the form a person would write.</summary>
    /// <param name="variables">Some of <see cref="Variables"/>, in the order of the answer.</param>
    public IReadOnlyList<Expression> Gradient(IReadOnlyList<string> variables)
    {
        // Forward mode keeps a chain-rule product in one piece; with many variables one backward walk is what can be afforded.
        const int fewVariables = 8;
        if (variables.Count <= fewVariables) return [.. variables.Select(variable => Derivative(variable))];
        Symbol[] symbols = [.. variables.Select(SymbolOf)];
        var partials = Differentiation.Derivative.Gradient(Function, symbols);
        var formulas = new Expression[symbols.Length];
        for (var i = 0; i < formulas.Length; i++)
        {
            formulas[i] = Answer(partials[i], [symbols[i]], Function, 1);
            NoteConditions(formulas[i]);
        }

        return formulas;
    }

    /// <summary>The derivative along a direction that is not made a unit vector: gradient · direction.</summary>
    /// <param name="direction">One component for each coordinate of a point.</param>
    public Expression DirectionalDerivative(IReadOnlyList<double> direction)
    {
        if (!HasNumbersOnly) return ArrayDirectionalDerivative([.. direction]);
        Expression[] components = [.. direction.Select(component => _graph.Number(Rational.FromDecimal(component)))];
        var formula = Answer(Differentiation.Derivative.Along(Function, _bound.Variables, components), _bound.Variables, Function, 1);
        NoteConditions(formula);
        return formula;
    }

    /// <summary>The line of a given slope through a point, in one variable.</summary>
    public Expression Line(string variable, double slope, double throughX, double throughY)
    {
        var m = Rational.FromDecimal(slope);
        var b = Rational.FromDecimal((Rational.FromDecimal(throughY) - (m * Rational.FromDecimal(throughX))).ToDouble());
        return b + (m * _graph.Symbol(variable, SymbolRole.Variable));
    }

    // A letter to which the data give a number is that number.
    private static Dictionary<string, Shape> WithNumbers(IReadOnlyDictionary<string, Shape> shapes, IReadOnlyDictionary<string, double> data)
    {
        Dimension Known(Dimension length) =>
            length.Name is { } letter && data.TryGetValue(letter, out var number) && number is >= 1 and <= int.MaxValue && double.IsInteger(number) ? (int)number : length;
        return shapes.ToDictionary(static entry => entry.Key, entry => new Shape([.. entry.Value.Dimensions.ToArray().Select(Known)]), StringComparer.Ordinal);
    }

    private void CheckOrder(int order)
    {
        var maximum = _budget.Limits.DerivativeOrder;
        if (order > maximum)
            throw new LimitException("derivativeOrder", maximum, $"A derivative of order {order} is asked for; at most {maximum} is allowed.", order);
    }

    private Symbol SymbolOf(string variable) =>
        _bound.Variables.FirstOrDefault(symbol => string.Equals(symbol.Name, variable, StringComparison.Ordinal))
        ?? throw new ArgumentException($"'{variable}' is not a variable of the function.", nameof(variable));

    private Expression Next(Expression formula, Symbol symbol, int order)
    {
        if (_next.TryGetValue((formula, symbol), out var known)) return known;
        return _next[(formula, symbol)] = Answer(Differentiation.Derivative.Of(formula, symbol), [symbol], formula, order);
    }

    // People read the simplified form; numbers come from the exact one, which no algebra has widened.
    private Expression Answer(Expression exact, IReadOnlyList<Symbol> by, Expression of, int order)
    {
        var formula = Simplify.Of(exact);
        _derivatives.TryAdd(formula, new DerivedFrom(exact, by, of, order));
        return formula;
    }

    private void NoteConditions(Expression formula)
    {
        foreach (var condition in DomainConditions.Lost(_conditions.Value, formula))
        {
            var note = new Note(NoteCodes.Condition, $"This holds where {_text.Print(condition)}.");
            if (!_notes.Contains(note)) _notes.Add(note);
        }
    }

    private sealed record DerivedFrom(Expression Exact, IReadOnlyList<Symbol> By, Expression Of, int Order);
}
