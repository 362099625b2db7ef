using System.Buffers;

namespace Calculus.Syntax;

/// <summary>What names mean within one statement.</summary>
internal sealed class Scope
{
    // Letters that people give to coefficients.
    private static readonly SearchValues<char> s_coefficients = SearchValues.Create("abckmnpq");

    // Longer names are not looked at letter by letter.
    private const int LongestTakenApart = 64;

    private readonly Vocabulary _vocabulary;
    private readonly DefinedNames _defined;
    private readonly IReadOnlySet<string> _freeInText;
    private readonly int _statement;
    private readonly bool _signed;
    private readonly HashSet<string> _local = new(StringComparer.Ordinal);
    private readonly HashSet<string> _alone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _proposals = new(StringComparer.Ordinal);

    /// <summary>Collects the names of one statement.</summary>
    /// <param name="vocabulary">The names that already have a meaning.</param>
    /// <param name="definedNames">The names that the text defines.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="head">The head of the statement.</param>
    /// <param name="statement">Which of all statements it is.</param>
    /// <param name="freeInText">Names that stand alone in statements without a signature.</param>
    public Scope(
        Vocabulary vocabulary, DefinedNames definedNames, IReadOnlyList<Token> tokens, StatementHead head, int statement, IReadOnlySet<string> freeInText)
    {
        _vocabulary = vocabulary;
        _defined = definedNames;
        _freeInText = freeInText;
        _statement = statement;
        _signed = head.Parameters is not null;
        foreach (var parameter in head.Parameters ?? []) _local.Add(parameter.Name);
        Standing(tokens, head, _alone, _local);
    }

    /// <summary>The names with no bracket after them in statements without a signature.</summary>
    public static HashSet<string> FreeInText(Outline outline)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        foreach (var head in outline.Statements)
        {
            if (head.Parameters is null) Standing(outline.Tokens, head, free, free);
            foreach (var parameter in head.Parameters ?? []) free.Add(parameter.Name);
        }

        return free;
    }

    private static void Standing(IReadOnlyList<Token> tokens, StatementHead head, HashSet<string> alone, HashSet<string> indices)
    {
        for (var i = head.Body; tokens[i].Kind != TokenKind.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Name) continue;

            // The index of sum(i = 1..n, …).
            if (tokens[i + 1].Kind == TokenKind.Assign) indices.Add(tokens[i].Text);

            var behind = i + 1;
            while (tokens[behind].Kind == TokenKind.Prime) behind++;
            if (tokens[behind].Kind != TokenKind.LeftRound) alone.Add(tokens[i].Text);
            i = behind - 1;
        }
    }

    /// <summary>True for a parameter, an index, a name given with the request, or a value defined earlier.</summary>
    public bool IsDeclared(string name) =>
        _local.Contains(name) || _vocabulary.Declared.Contains(name)
        || (_defined.TryGet(name, out var defined) && defined.Parameters is null && defined.Statement < _statement);

    /// <summary>True for a function of the catalogue or one defined earlier.</summary>
    public bool IsFunction(string name) =>
        _vocabulary.Functions.Contains(name)
        || (_defined.TryGet(name, out var defined) && defined.Parameters is not null && defined.Statement < _statement);

    /// <summary>True for a name that is a value where a bracket follows: <c>x(x + 1)</c>.</summary>
    public bool IsValueBeforeBracket(string name) =>
        IsDeclared(name) || IsConstant(name) || (!_signed && _freeInText.Contains(name));

    /// <summary>How many parameters a function defined earlier takes; null for one of the catalogue.</summary>
    public int? Parameters(string name) =>
        _defined.TryGet(name, out var defined) && defined.Statement < _statement ? defined.Parameters : null;

    /// <summary>True for a name that a later statement, or this one, defines.</summary>
    public bool IsDefinedHere(string name, out bool later)
    {
        later = false;
        if (_local.Contains(name) || !_defined.TryGet(name, out var defined) || defined.Statement < _statement) return false;
        later = defined.Statement > _statement;
        return true;
    }

    /// <summary>True for the names of numbers.</summary>
    public static bool IsConstant(string name) => name is "pi" or "tau" or "inf" or "e";

    /// <summary>True for catalogue names that are ordinary names where no bracket follows.</summary>
    public static bool IsOrdinary(string name) => name is "E" or "I" or "N" or "S" or "beta" or "gamma";

    /// <summary>True for letters that people name functions by, so that in LaTeX a bracket behind them is no factor.</summary>
    public static bool NamesFunctions(string name) => name is "f" or "g" or "h" or "p" or "q" or "F" or "G" or "H" or "P" or "Q" or "phi" or "varphi" or "Phi" or "psi" or "Psi" || name.Length > 1 && !name.Contains('_', StringComparison.Ordinal) && name.All(char.IsAsciiLetter) && !IsGreekName(name);

    private static bool IsGreekName(string name) => name is "alpha" or "beta" or "gamma" or "delta" or "epsilon" or "varepsilon" or "zeta" or "eta" or "theta" or "iota" or "kappa" or "lambda" or "mu" or "nu" or "xi"
        or "rho" or "sigma" or "tau" or "upsilon" or "chi" or "omega" or "Gamma" or "Delta" or "Theta" or "Lambda" or "Xi" or "Sigma" or "Upsilon" or "Omega";

    /// <summary>True for names of functions from other countries and libraries, which a definition may use for something else.</summary>
    public static bool IsSoft(string name) => name is "sen" or "tg" or "ctg" or "cotg" or "cotan" or "cosec" or "asen" or "arcsen" or "arctg" or "arcctg" or "arccosec" or "sh" or "senh" or "ch" or "th" or "tgh" or "cth"
        or "arsh" or "arch" or "arth" or "lg" or "ld" or "lb" or "sgn" or "where" or "maximum" or "minimum";

    /// <summary>Whether some names are vectors or matrices.</summary>
    public bool KnowsArrays => _vocabulary.Arrays.Count > 0;

    /// <summary>True for a name that the request gives as a vector or matrix.</summary>
    public bool IsArray(string name) => _vocabulary.Arrays.Contains(name);

    /// <summary>What a short undeclared name may be meant as, where some of its letters are values or it looks like a term: <c>ax</c> as <c>a*x</c>, <c>sin2x</c> as <c>sin(2*x)</c>; otherwise null.</summary>
    public string? Glued(string name)
    {
        if (name.Length is < 2 or > 8 || IsDeclared(name) || IsConstant(name) || _vocabulary.Functions.Contains(name)) return null;
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits > 1 && name.Length > digits + 1)
        {
            var (function, letter) = (name[..digits], name[^1].ToString());
            var isNumber = name.AsSpan(digits, name.Length - digits - 1).IndexOfAnyExceptInRange('0', '9') < 0;
            return isNumber && char.IsAsciiLetter(letter[0]) && IsFunction(function) && IsSchoolFunction(function) ? $"{function}({name[digits..^1]}*{letter})" : null;
        }

        if (name is ['p', 'i', var factor] && char.IsAsciiLetter(factor)) return $"pi*{factor}";
        if (name.Length > 3 || !name.All(char.IsAsciiLetter) || !(IsTerm(name) || name.Any(letter => IsKnownValue(letter.ToString())))) return null;
        return string.Join('*', name.Select(static letter => letter));
    }

    // Of a line, a parabola or a plane without a signature, m*x + b, a*x^2 + b*x + c, a*x + b*y, a*x*y, no letter is known.
    private static bool IsTerm(string name)
    {
        var variables = name.AsSpan().IndexOfAny("xyz");
        if (variables < 0 || name.AsSpan(0, variables).ContainsAnyExcept(s_coefficients)) return false;
        for (var i = variables; i < name.Length; i++)
        {
            if (name[i] is < 'x' or > 'z' || (i > variables && name[i] <= name[i - 1])) return false;
        }

        return true;
    }

    /// <summary>The known function nearest to a name, or null.</summary>
    public string? NearestFunction(string name) =>
        NearestName.Of(name, _vocabulary.Functions.Concat(_defined.All
            .Where(defined => defined.Value.Parameters is not null && defined.Value.Statement < _statement)
            .Select(defined => defined.Key)));

    /// <summary>What an undeclared name was probably meant as, where known names make it up: <c>x*y</c>, <c>sin(x)</c>; otherwise null.</summary>
    public string? TakenApart(string name)
    {
        if (name.Length > LongestTakenApart) return null;
        if (!_proposals.TryGetValue(name, out var proposal))
        {
            proposal = AsCall(name) ?? AsProduct(name) ?? AsMultipleOfPi(name);
            _proposals.Add(name, proposal);
        }

        return proposal;
    }

    /// <summary>What is joined to a bracket or an argument: <c>xsin</c> as <c>x*sin</c>, <c>xy</c> as <c>x*y*</c>; otherwise null.</summary>
    public string? TakenApartBeforeArgument(string name)
    {
        if (name.Length > LongestTakenApart) return null;
        for (var cut = 1; cut < name.Length - 1; cut++)
        {
            if (IsFunction(name[cut..]) && (IsKnownValue(name[..cut]) || AsProduct(name[..cut]) is not null))
                return $"{AsProduct(name[..cut]) ?? name[..cut]}*{name[cut..]}";
        }

        return (AsProduct(name) ?? AsMultipleOfPi(name)) is { } product ? product + "*" : null;
    }

    private bool IsKnownValue(string name) =>
        IsDeclared(name) || ((_alone.Contains(name) || (!_signed && _freeInText.Contains(name))) && !IsFunction(name));

    private string? AsCall(string name)
    {
        for (var cut = name.Length - 1; cut > 0; cut--)
        {
            var (head, rest) = (name[..cut], name[cut..]);
            if (IsFunction(head) && (IsKnownValue(rest) || rest is "pi" or "π" || (rest is "x" && IsSchoolFunction(head))))
                return $"{head}({rest})";
        }

        return null;
    }

    // sinx and lnx are slips even where x occurs nowhere else; minx and meanx may well be names.
    private static bool IsSchoolFunction(string name) =>
        Inverses.Of(name) is not null || name is "asin" or "acos" or "atan" or "ln" or "log" or "exp" or "sqrt";

    private string? AsProduct(string name)
    {
        // pieces[i]: the fewest known names that make up the first i characters, and where the last of them begins.
        var pieces = new (int Count, int Begin, bool Known)[name.Length + 1];
        Array.Fill(pieces, (int.MaxValue, 0, false), 1, name.Length);
        for (var end = 1; end <= name.Length; end++)
        {
            for (var begin = 0; begin < end; begin++)
            {
                if (pieces[begin].Count == int.MaxValue || (begin == 0 && end == name.Length)) continue;
                var piece = name[begin..end];
                var known = IsKnownValue(piece);
                if (!known && piece is not ("pi" or "π" or "e")) continue;
                if (pieces[begin].Count + 1 < pieces[end].Count)
                    pieces[end] = (pieces[begin].Count + 1, begin, known || pieces[begin].Known);
            }
        }

        if (pieces[name.Length] is not { Count: < int.MaxValue, Known: true }) return null;
        var words = new List<string>();
        for (var end = name.Length; end > 0; end = pieces[end].Begin) words.Insert(0, name[pieces[end].Begin..end]);
        return string.Join('*', words);
    }

    // Copied text has 2πr, where π is a symbol, not a letter of a name.
    private static string? AsMultipleOfPi(string name)
    {
        var words = new List<string>();
        var begin = 0;
        for (var i = 1; i < name.Length; i++)
        {
            if ((name[i] != 'π' && name[i - 1] != 'π') || !Characters.IsLetter(name[i]) || !Characters.IsLetter(name[i - 1])) continue;
            words.Add(name[begin..i]);
            begin = i;
        }

        return begin == 0 ? null : string.Join('*', words) + "*" + name[begin..];
    }
}
