using System.Collections.Frozen;

namespace Calculus.Syntax.Latex;

/// <summary>What commands of LaTeX stand for.</summary>
internal static class LatexWords
{
    private static readonly FrozenDictionary<string, TokenKind> s_operators = new Dictionary<string, TokenKind>(StringComparer.Ordinal)
    {
        ["cdot"] = TokenKind.Times,
        ["times"] = TokenKind.Times,
        ["ast"] = TokenKind.Times,
        ["star"] = TokenKind.Times,
        ["bullet"] = TokenKind.Times,
        ["div"] = TokenKind.Divide,
        ["odot"] = TokenKind.DotTimes,
        ["circ"] = TokenKind.DotTimes,
        ["oslash"] = TokenKind.DotDivide,
        ["otimes"] = TokenKind.Outer,
        ["bmod"] = TokenKind.Modulo,
        ["mod"] = TokenKind.Modulo,
        ["lt"] = TokenKind.Less,
        ["gt"] = TokenKind.Greater,
        ["le"] = TokenKind.LessOrEqual,
        ["leq"] = TokenKind.LessOrEqual,
        ["leqslant"] = TokenKind.LessOrEqual,
        ["ge"] = TokenKind.GreaterOrEqual,
        ["geq"] = TokenKind.GreaterOrEqual,
        ["geqslant"] = TokenKind.GreaterOrEqual,
        ["ne"] = TokenKind.NotEqual,
        ["neq"] = TokenKind.NotEqual,
        ["land"] = TokenKind.And,
        ["wedge"] = TokenKind.And,
        ["lor"] = TokenKind.Or,
        ["vee"] = TokenKind.Or,
        ["lnot"] = TokenKind.Not,
        ["neg"] = TokenKind.Not,
        ["coloneqq"] = TokenKind.Assign,
        ["coloneq"] = TokenKind.Assign,
        ["triangleq"] = TokenKind.Assign,
        ["equiv"] = TokenKind.Assign,
        ["prime"] = TokenKind.Prime,
        ["ldots"] = TokenKind.Range,
        ["dots"] = TokenKind.Range,
        ["cdots"] = TokenKind.Range,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Commands that name a function, where the name is another one than the command's.
    private static readonly FrozenDictionary<string, string> s_functions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["lg"] = "log10",
        ["tg"] = "tan",
        ["ctg"] = "cot",
        ["cotg"] = "cot",
        ["cosec"] = "csc",
        ["arctg"] = "atan",
        ["arcctg"] = "acot",
        ["sh"] = "sinh",
        ["ch"] = "cosh",
        ["th"] = "tanh",
        ["cth"] = "coth",
        ["sgn"] = "sign",
        ["argmax"] = "argmax",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_ownFunctions =
        "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp ln log max min det".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_greek =
        ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega "
        + "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varepsilon vartheta varphi varrho varsigma varpi").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private const string Letters =
        "α:alpha β:beta γ:gamma δ:delta ε:varepsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu ν:nu ξ:xi π:pi ρ:rho ς:varsigma σ:sigma τ:tau υ:upsilon "
        + "φ:varphi χ:chi ψ:psi ω:omega ϑ:vartheta ϕ:phi ϖ:varpi ϱ:varrho ϵ:epsilon Γ:Gamma Δ:Delta Θ:Theta Λ:Lambda Ξ:Xi Π:Pi Σ:Sigma Υ:Upsilon Φ:Phi Ψ:Psi Ω:Omega";

    private static readonly FrozenDictionary<char, string> s_names = Letters.Split(' ').ToFrozenDictionary(static entry => entry[0], static entry => entry[2..]);

    private static readonly FrozenDictionary<string, char> s_letters = Letters.Split(' ').ToFrozenDictionary(static entry => entry[2..], static entry => entry[0], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_spaces =
        ("quad qquad thinspace medspace thickspace negthinspace displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag hfill "
        + "big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm allowbreak nobreak relax mathstrut strut").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_spacesWithArgument = "hspace vspace label tag phantom hphantom vphantom color mspace".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_fonts =
        "mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm text textrm textbf textit textsf texttt mbox operatorname vec pmb mathnormal".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_accents = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hat"] = "hat",
        ["widehat"] = "hat",
        ["bar"] = "bar",
        ["overline"] = "bar",
        ["tilde"] = "tilde",
        ["widetilde"] = "tilde",
        ["dot"] = "dot",
        ["ddot"] = "ddot",
        ["check"] = "check",
        ["breve"] = "breve",
        ["acute"] = "acute",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_refused = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["int"] = "An integral is not computed here; write the function that is integrated.",
        ["iint"] = "An integral is not computed here; write the function that is integrated.",
        ["oint"] = "An integral is not computed here; write the function that is integrated.",
        ["lim"] = "A limit is not computed here; write the function whose limit is meant.",
        ["limsup"] = "A limit is not computed here; write the function whose limit is meant.",
        ["sup"] = "A supremum is not computed here; write max(a, b) of finitely many numbers.",
        ["inf"] = "An infimum is not computed here; write min(a, b) of finitely many numbers, or \\infty.",
        ["Pr"] = "A probability is not computed here; write its formula.",
        ["approx"] = "An approximation has no exact meaning here; write '='.",
        ["sim"] = "A distribution is not a formula; write its density.",
        ["propto"] = "A proportionality is not a formula; write the constant.",
        ["in"] = "Membership in a set is not read; write comparisons such as 0 \\le x \\le 1.",
        ["pm"] = "A sign \\pm stands for two formulas; write one of them.",
        ["mp"] = "A sign \\mp stands for two formulas; write one of them.",
        ["to"] = "An arrow is not part of a formula.",
        ["rightarrow"] = "An arrow is not part of a formula.",
        ["mapsto"] = "An arrow is not part of a formula; write f(x) = ….",
        ["forall"] = "A quantifier is not part of a formula.",
        ["exists"] = "A quantifier is not part of a formula.",
        ["binom"] = "A binomial coefficient is written with factorials here: \\frac{n!}{k! (n-k)!}.",
        ["dbinom"] = "A binomial coefficient is written with factorials here: \\frac{n!}{k! (n-k)!}.",
        ["langle"] = "Angle brackets are not read; write u^\\top v for a dot product.",
        ["rangle"] = "Angle brackets are not read; write u^\\top v for a dot product.",
        ["partial"] = "A derivative is written \\frac{\\partial}{\\partial x} before what it is taken of.",
        ["nabla"] = "A gradient is asked of its route; within a formula write \\nabla_{x} before what it is taken of.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The operator that a command is, or null.</summary>
    public static TokenKind? Operator(string command) => s_operators.TryGetValue(command, out var kind) ? kind : null;

    /// <summary>The function of this language that a command calls, or null.</summary>
    public static string? Function(string command) => s_ownFunctions.Contains(command) ? command : s_functions.GetValueOrDefault(command);

    /// <summary>Whether a command is a Greek letter.</summary>
    public static bool IsGreek(string command) => s_greek.Contains(command);

    /// <summary>The character of a Greek letter, or null.</summary>
    public static char? Letter(string command) => s_letters.TryGetValue(command, out var letter) ? letter : null;

    /// <summary>Whether a command only makes room, or says how large something is drawn.</summary>
    public static bool IsSpace(string command) => s_spaces.Contains(command);

    /// <summary>Whether a command and its argument draw nothing.</summary>
    public static bool IsSpaceWithArgument(string command) => s_spacesWithArgument.Contains(command);

    /// <summary>Whether a command says in which letters its argument is set.</summary>
    public static bool IsFont(string command) => s_fonts.Contains(command);

    /// <summary>What an accent adds to a name, or null.</summary>
    public static string? Accent(string command) => s_accents.GetValueOrDefault(command);

    /// <summary>Why a command is not read, or null.</summary>
    public static string? Refusal(string command) => s_refused.GetValueOrDefault(command);

    /// <summary>What names have in common that are drawn alike: <c>x1</c> and <c>x_1</c>, <c>θ</c> and <c>theta</c>.</summary>
    public static string Key(string name)
    {
        if (name.Any(s_names.ContainsKey)) name = string.Concat(name.Select(static c => s_names.TryGetValue(c, out var greek) ? greek : c.ToString()));
        var first = name.IndexOf('_', StringComparison.Ordinal) is var bar and >= 0 ? bar : name.Length;
        var digits = first;
        while (digits > 0 && char.IsAsciiDigit(name[digits - 1])) digits--;
        return digits == 0 || digits == first ? name : $"{name[..digits]}_{name[digits..]}";
    }

    /// <summary>A name of a function as it is compared: <c>LeakyReLU</c> and <c>leaky_relu</c> are one.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
