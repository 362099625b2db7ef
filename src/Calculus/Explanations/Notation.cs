using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// Converts lines to nodes and back: a line is a syntax tree that people read, a node is what it means. Belongs to one study.
/// </summary>
internal sealed class Notation
{
    private const int LongestQuotation = 40;

    private readonly PrintStyle _style;
    private readonly SyntaxWriter _writer;
    private readonly BoundDefinition _bound;
    private LineBinder _binder;
    private readonly WrittenLatex _latex;
    private readonly Dictionary<(Expression, string), SyntaxNode> _written = [];
    private readonly Dictionary<SyntaxNode, Printed> _printed = [];
    private readonly Dictionary<SyntaxNode, Expression> _read = [];
    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);
    private long _length;
    private int _steps;

    public Notation(BoundDefinition bound, PrintStyle style, Budget budget)
    {
        (_bound, Budget) = (bound, budget);
        _style = style with { LongestWithoutNames = long.MaxValue };
        _writer = new SyntaxWriter(_style, budget);
        Factory = new SyntaxFactory(budget);
        Graph = bound.Function.Graph;
        _binder = new LineBinder(Graph, SymbolOf, Functions);
        var declaresE = bound.SymbolOf(NamedConstants.E).Role is not SymbolRole.Constant;
        _latex = new WrittenLatex(bound.Variables.Count > 1, declaresE, budget);
        Dependence = new Dependence(budget);
    }

    public Budget Budget { get; }

    public Graph Graph { get; }

    public SyntaxFactory Factory { get; }

    public Dependence Dependence { get; }

    public IReadOnlyList<Symbol> Variables => _bound.Variables;

    /// <summary>The functions that can be called by name.</summary>
    public IReadOnlyDictionary<string, Function> Functions => _bound.Functions;

    /// <summary>The function under study.</summary>
    public Expression Function => _bound.Function;

    /// <summary>The symbol of a name, letters that stand for parts included.</summary>
    public Symbol SymbolOf(string name) => _symbols.TryGetValue(name, out var symbol) ? symbol : _bound.SymbolOf(name);

    /// <summary>Gives a name a meaning of its own, such as that of a parameter or of a letter for a part, until the result is disposed of.</summary>
    public IDisposable Declare(string name, SymbolRole role) => new Declaration(this, name, Graph.Symbol(name, role));

    /// <summary>What a line means.</summary>
    public Expression Bind(SyntaxNode line) => _binder.Bind(line);

    /// <summary>What a line means as it is printed: its text is read again. What was read is the tree itself in all but a mistake of the printers.</summary>
    public Expression Read(SyntaxNode line)
    {
        if (!_read.TryGetValue(line, out var meaning)) _read[line] = meaning = ReadBack(line);
        return meaning;
    }

    private Expression ReadBack(SyntaxNode line)
    {
        var text = _printed.TryGetValue(line, out var printed) ? printed.Text : WrittenText.Print(line, Budget);
        var names = line.Nodes().Where(static node => node.Kind is SyntaxKind.Name).Select(static node => node.Text).ToHashSet(StringComparer.Ordinal);
        try
        {
            var read = DefinitionParser.Parse(text, new Vocabulary(Binder.FunctionNames, names), Budget).Statements[^1].Body;
            return Bind(IsSame(read, line) ? line : read);
        }
        catch (FormulaException fault)
        {
            throw new InvalidOperationException($"A line does not read back: {text}", fault);
        }
    }

    // Two trees that are written alike; a tree that is already known need not be bound anew.
    private static bool IsSame(SyntaxNode a, SyntaxNode b)
    {
        var (left, right) = (a.Nodes(), b.Nodes());
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (left[i].Kind != right[i].Kind || left[i].Children.Count != right[i].Children.Count || !string.Equals(left[i].Text, right[i].Text, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>A name in LaTeX.</summary>
    public string Latex(string name) => _latex.Name(name);

    /// <summary>Gives a letter a LaTeX of its own.</summary>
    public void Spell(string name, string latex) => _latex.Spell(name, latex);

    /// <summary>The line for a derivative still to be taken.</summary>
    public SyntaxNode Marker(SyntaxNode of, string variable) => Factory.Call(Binder.DerivativeName, of, Factory.Name(variable));

    /// <summary>A node as a line, in the form that people write.</summary>
    /// <param name="node">The node.</param>
    /// <param name="first">Letters that come before the variables in the order of writing; none by default.</param>
    /// <exception cref="LimitException">The line is longer than a definition may be.</exception>
    public SyntaxNode Write(Expression node, params IReadOnlyList<string> first)
    {
        var key = (node, string.Join(' ', first));
        if (_written.TryGetValue(key, out var known)) return known;
        var writer = first.Count == 0 ? _writer : new SyntaxWriter(_style with { Variables = [.. first, .. _style.Variables] }, Budget);
        return _written[key] = Factory.Copy(Checked(writer.Write(node).Formula));
    }

    /// <summary>Nodes of a tree that was read, children before parents, as a line; brackets are left to the printers.</summary>
    public SyntaxNode Copy(IReadOnlyList<SyntaxNode> nodes) => Factory.Copy(nodes);

    /// <summary>A line as text and LaTeX.</summary>
    /// <exception cref="LimitException">All lines together are longer than they may be.</exception>
    public Printed Print(SyntaxNode line)
    {
        if (!_printed.TryGetValue(line, out var printed))
            _printed[line] = printed = new Printed(WrittenText.Print(line, Budget), _latex.Print(line), [.. Variables.Select(static symbol => symbol.Name)]);
        Count(printed.Text.Length + printed.Latex.Length);
        return printed;
    }

    /// <summary>A line as it is named in a sentence.</summary>
    public string Quote(SyntaxNode line)
    {
        var text = WrittenText.Print(line, Budget);
        return text.Length <= LongestQuotation ? text : Calculus.Explanations.Step.LongPart;
    }

    /// <summary>A step between two lines.</summary>
    /// <exception cref="LimitException">There are more steps than there may be.</exception>
    public Step Step(Rule rule, string explanation, SyntaxNode before, SyntaxNode after, IReadOnlyList<Step>? steps = null) =>
        Counted(new Step(rule, explanation, Print(before), Print(after), steps));

    /// <summary>A step that ends in a formula of the answer.</summary>
    public Step Counted(Step step)
    {
        var most = Budget.Limits.Steps;
        if (++_steps > most) throw new LimitException("steps", most, $"The explanation would have more than {most} steps.");
        return step;
    }

    /// <summary>Refuses an explanation that would be too long before any work is done.</summary>
    /// <param name="line">A line that it repeats.</param>
    /// <param name="times">How many times, at least.</param>
    public void Foresee(SyntaxNode line, long times)
    {
        var (most, printed) = (Budget.Limits.StepsLength, Print(line));
        var length = times * (printed.Text.Length + printed.Latex.Length);
        if (length > most) throw new LimitException("stepsLength", most, $"The lines of the explanation would have more than {most} characters.", length);
    }

    private void Count(int length)
    {
        var most = Budget.Limits.StepsLength;
        _length += length;
        if (_length > most) throw new LimitException("stepsLength", most, $"The lines of the explanation would have more than {most} characters.");
    }

    private List<SyntaxNode> Checked(SyntaxNode tree)
    {
        var nodes = tree.Nodes();
        try
        {
            SyntaxLimits.Check(nodes, SyntaxPrinter.Length(tree, Budget), Budget);
            return nodes;
        }
        catch (LimitException limit)
        {
            throw new LimitException(limit.Limit, limit.Maximum, $"A line of the explanation would be too large: {limit.Message}");
        }
    }

    // Lines bound earlier keep their meaning.
    private void Set(string name, Symbol? symbol)
    {
        _binder = new LineBinder(Graph, SymbolOf, Functions);
        _read.Clear();
        if (symbol is null) _symbols.Remove(name);
        else _symbols[name] = symbol;
    }

    private sealed class Declaration : IDisposable
    {
        private readonly Notation _notation;
        private readonly string _name;
        private readonly Symbol? _before;

        public Declaration(Notation notation, string name, Symbol symbol)
        {
            (_notation, _name) = (notation, name);
            _before = notation._symbols.GetValueOrDefault(name);
            notation.Set(name, symbol);
        }

        public void Dispose() => _notation.Set(_name, _before);
    }
}
