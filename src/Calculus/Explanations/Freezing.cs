using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// A line in which whatever does not change with one variable is replaced by letters: the constant factors of a product together, the
/// constant terms of a sum together, any other part that contains another name on its own.
/// </summary>
internal sealed class Freezing
{
    private readonly Notation _notation;
    private readonly string _variable;
    private readonly Letters _letters;
    private readonly Dictionary<SyntaxNode, SyntaxNode> _made = [];
    private readonly Dictionary<SyntaxNode, string> _letterOf = [];
    private readonly List<(string Letter, SyntaxNode Meaning)> _frozen = [];

    private Freezing(Notation notation, string variable, Letters letters) => (_notation, _variable, _letters) = (notation, variable, letters);

    /// <summary>The line with letters, and what each letter stands for.</summary>
    public static (SyntaxNode Line, IReadOnlyList<(string Letter, SyntaxNode Meaning)> Letters) Of(SyntaxNode root, string variable, Notation notation, Letters letters)
    {
        var freezing = new Freezing(notation, variable, letters);
        return (freezing.Frozen(root), freezing._frozen);
    }

    private SyntaxFactory Factory => _notation.Factory;

    private SyntaxNode Frozen(SyntaxNode root)
    {
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPeek(out var node))
        {
            _notation.Budget.Visit();
            var waiting = open.Count;
            foreach (var part in PartsOf(node).Reverse())
            {
                if (!_made.ContainsKey(part)) open.Push(part);
            }

            if (open.Count > waiting) continue;
            open.Pop();
            if (!_made.ContainsKey(node)) _made[node] = Made(node);
        }

        return _made[root];
    }

    // Constant parts are replaced as a whole, so nothing inside them is looked at.
    private IEnumerable<SyntaxNode> PartsOf(SyntaxNode node) => (!Changes(node) ? [] : node.Kind switch
    {
        SyntaxKind.Add or SyntaxKind.Subtract => Chains.Sum(node).Select(static link => link.Term),
        SyntaxKind.Multiply or SyntaxKind.Divide => Chains.Product(node).Select(static link => link.Factor),
        _ => node.Children,
    }).Where(Changes).Concat(IsChain(node) || !Changes(node) ? [] : node.Children.Where(child => !Changes(child)));

    private SyntaxNode Made(SyntaxNode node)
    {
        if (!Changes(node)) return _notation.Dependence.OnAnyName(node) ? Letter(node) : node;
        return node.Kind switch
        {
            SyntaxKind.Add or SyntaxKind.Subtract => Sum(node),
            SyntaxKind.Multiply or SyntaxKind.Divide => Product(node),
            _ => Factory.Like(node, [.. node.Children.Select(child => _made[child])]),
        };
    }

    private SyntaxNode Product(SyntaxNode node)
    {
        var links = Chains.Product(node).ToList();
        var constants = links.Where(link => !Changes(link.Factor)).ToList();
        var isNamed = constants.Exists(link => _notation.Dependence.OnAnyName(link.Factor));
        SyntaxNode? product = null;
        if (isNamed)
        {
            SyntaxNode? constant = null;
            foreach (var (factor, isDivisor) in constants)
                constant = isDivisor ? Factory.Divide(constant ?? Factory.Number(1), factor) : constant is null ? factor : Factory.Multiply(constant, factor);
            product = Letter(constant!);
        }

        foreach (var (factor, isDivisor) in links)
        {
            if (isNamed && !Changes(factor)) continue;
            var made = Changes(factor) ? _made[factor] : factor;
            product = isDivisor ? Factory.Divide(product ?? Factory.Number(1), made) : product is null ? made : Factory.Multiply(product, made);
        }

        return product!;
    }

    private SyntaxNode Sum(SyntaxNode node)
    {
        var terms = Chains.Sum(node).ToList();
        var constants = terms.Where(term => !Changes(term.Term)).ToList();
        var isNamed = constants.Exists(term => _notation.Dependence.OnAnyName(term.Term));
        SyntaxNode? sum = null;
        var isLetterWritten = false;
        foreach (var (term, isSubtracted) in terms)
        {
            var (made, minus) = (term, isSubtracted);
            if (Changes(term)) made = _made[term];
            else if (isNamed && isLetterWritten) continue;
            else if (isNamed) (made, minus, isLetterWritten) = (Letter(Together(constants)), isSubtracted && constants.Count == 1, true);
            sum = sum is null ? (minus ? Factory.Negate(made) : made) : minus ? Factory.Subtract(sum, made) : Factory.Add(sum, made);
        }

        return sum!;
    }

    private SyntaxNode Together(List<(SyntaxNode Term, bool IsSubtracted)> constants)
    {
        if (constants is [var (only, _)]) return only;
        SyntaxNode? sum = null;
        foreach (var (term, isSubtracted) in constants)
            sum = sum is null ? (isSubtracted ? Factory.Negate(term) : term) : isSubtracted ? Factory.Subtract(sum, term) : Factory.Add(sum, term);
        return sum!;
    }

    private SyntaxNode Letter(SyntaxNode meaning)
    {
        // What is already a letter need not be replaced by one.
        if (meaning.Kind == SyntaxKind.Name && _notation.SymbolOf(meaning.Text).Role is not SymbolRole.Variable) return meaning;
        if (!_letterOf.TryGetValue(meaning, out var letter))
        {
            _letterOf[meaning] = letter = _letters.Next();
            _frozen.Add((letter, meaning));
        }

        return Factory.Name(letter);
    }

    private bool Changes(SyntaxNode node) => _notation.Dependence.On(_variable, node);

    private static bool IsChain(SyntaxNode node) => node.Kind is SyntaxKind.Add or SyntaxKind.Subtract or SyntaxKind.Multiply or SyntaxKind.Divide;
}
