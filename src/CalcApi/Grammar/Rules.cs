namespace CalcApi.Grammar;

/// <summary>A rule of the function language.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Form">What may stand there.</param>
/// <param name="Sentence">What it means.</param>
/// <param name="Examples">Definitions that use it.</param>
internal sealed record GrammarRule(string Name, string Form, string Sentence, params IReadOnlyList<GrammarExample> Examples);

/// <summary>A definition and how it reads.</summary>
/// <param name="Function">The definition.</param>
/// <param name="Reads">Its last statement with every bracket written.</param>
/// <param name="Shapes">The shapes of its names, as JSON; null where they are numbers.</param>
internal sealed record GrammarExample(string Function, string Reads, string? Shapes = null);

/// <summary>The rules of the function language, as the parser goes by them.</summary>
internal static class Rules
{
    /// <summary>How to read them.</summary>
    public const string Introduction =
        "Braces repeat, brackets may be left out, a bar separates choices, quotes hold what is written as it is. What binds tighter stands further down.\n"
        + "Where people read a text in two ways, one reading is taken, and the answer carries a note with both.\n"
        + "LaTeX, Python and JavaScript are read too: the text shows which it is, or 'format' says so.\n";

    private const string OneVector = """{ "v": [3] }""", Vectors = """{ "u": [3], "v": [3] }""", Matrix = """{ "A": [3, 3], "x": [3] }""";

    /// <summary>All of them, the outermost first.</summary>
    public static IReadOnlyList<GrammarRule> All { get; } =
    [
        new("definition", "statement { ( \";\" | NEWLINE ) statement }", "The last statement is the function under study; those before it are helpers that it may use.",
            As("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "h(g(x))"), As("a = 2\na*x", "a*x")),
        new("statement", "[ NAME [ \"(\" NAME { \",\" NAME } \")\" ] \"=\" ] disjunction", "A name with parameters is a function, whose parameters fix the order of the variables; a name alone is a value; a bare expression may only come last.",
            As("f(x, z) = 2z^3 x^2", "(2*(z^3))*(x^2)"), As("p = w*x + b; loss(w, b) = p^2", "p^2")),
        new("disjunction", "conjunction { \"or\" conjunction }", "One of two conditions, or both.", As("if(x < 0 or x > 1, 0, x)", "if((x < 0) or (x > 1), 0, x)")),
        new("conjunction", "negation { \"and\" negation }", "Both of two conditions.", As("if(x > 0 and x < 1, x, 0)", "if((x > 0) and (x < 1), x, 0)")),
        new("negation", "\"not\" negation | comparison", "The opposite of a condition.", As("if(not x > 0, 0, x)", "if(not (x > 0), 0, x)")),
        new("comparison", "sum [ ( \"<\" | \"<=\" | \">\" | \">=\" | \"==\" | \"!=\" ) sum ]", "A condition; two are joined with and.", As("if(x >= 0, x, -x)", "if(x >= 0, x, -x)")),
        new("sum", "product { ( \"+\" | \"-\" ) product }", "From left to right.", As("a - b + c", "(a - b) + c")),
        new("product", "signed { ( \"*\" | \"/\" | \"@\" | \".*\" | \"./\" | (no sign) ) signed }", "One level, from left to right; @ multiplies matrices, .* and ./ go entry by entry. After a number, a bracket or a power a factor may follow without a sign.",
            As("1/2x", "(1/2)*x"), As("2(x + 1)(x - 1)", "(2*(x + 1))*(x - 1)"), As("u .* v ./ 2", "(u .* v) ./ 2", Vectors), As("x' @ A @ x", "((x') @ A) @ x", Matrix)),
        new("signed", "( \"-\" | \"+\" ) signed | application | power", "A sign binds less tightly than a power.", As("-x^2", "-(x^2)")),
        new("power", "postfix [ ( \"^\" | \"**\" | \".^\" ) signed ]", "From right to left; .^ goes entry by entry.", As("2^3^x", "2^(3^x)"), As("2^-x", "2^(-x)"), As("v.^2", "v.^2", OneVector)),
        new("application", "function [ \"-\" | \"+\" ] power { power }", "A function without brackets takes one sign and the factors that follow without a sign, up to the next function.",
            As("sin 2x", "sin(2*x)"), As("sin x cos x", "sin(x)*cos(x)"), As("sin x/y", "sin(x)/y")),
        new("postfix", "atom { \"'\" | \".T\" | \"!\" | SUPERSCRIPT | \"[\" index { \",\" index } \"]\" }", "Transposes, factorials, small raised digits, and entries counted from 1.",
            As("x! + x²", "(x!) + (x^2)"), As("A[1, 2] + x[3]", "A[1, 2] + x[3]", Matrix), As("u' @ v", "(u') @ v", Vectors)),
        new("atom", "NUMBER | NAME | function \"(\" argument { \",\" argument } \")\" | \"(\" disjunction \")\"\n| \"[\" disjunction { \",\" disjunction } \"]\" | \"|\" disjunction \"|\" | \"||\" disjunction \"||\"", "Brackets group; square brackets make vectors, of vectors matrices; one bar is the absolute value, two the norm.",
            As("(x + 1)*3", "(x + 1)*3"), As("norm([x, y])", "norm([x, y])"), As("|x - 1|", "abs(x - 1)"), As("||v||", "norm(v)", OneVector)),
        new("function", "NAME { \"'\" } | NAME ( \"^\" | \"**\" ) exponent | NAME SUPERSCRIPT", "Primes differentiate; a power behind the name is one of the value, and -1 is the inverse.",
            As("g(x) = x^3; f(x) = g'(x)", "g'(x)"), As("sin^2(x)", "(sin(x))^2"), As("sin^-1(x)", "asin(x)"), As("log_2(x)", "log(x, 2)")),
        new("exponent", "[ \"-\" ] NUMBER | \"(\" [ \"-\" ] NUMBER \")\"", "A whole number.", As("cos^(-2)(x)", "(cos(x))^(-2)")),
        new("argument", "disjunction | NAME \"=\" disjunction \"..\" disjunction\n| ( \"axis\" | \"ddof\" ) \"=\" [ \"-\" ] NUMBER | \"keepdims\" \"=\" ( \"True\" | \"False\" )", "In sum, prod and table an index with its range; behind the others of reductions the axis.",
            As("sum(i = 1..3, x^i)", "sum(i = 1..3, x^i)"), As("sum(mean(A, axis=0))", "sum(mean(A, axis=0))", """{ "A": [3, 3] }""")),
        new("index", "disjunction | disjunction \":\" disjunction | \":\"", "One place, a slice with both ends, or all.", As("sum(v[1:2])", "sum(v[1:2])", """{ "v": [3] }"""), As("sum(A[:, 1])", "sum(A[:, 1])", """{ "A": [3, 3] }""")),
        new("NAME", "( LETTER | GREEK ) { LETTER | GREEK | DIGIT | \"_\" }", "Case matters, and a name is never split. pi, tau and e are constants where nothing declares e.", As("w1*alpha + w_2", "(w1*alpha) + w_2"), As("e^x", "e^x")),
        new("NUMBER", "DIGIT { DIGIT } [ \".\" { DIGIT } ] [ ( \"e\" | \"E\" ) [ \"+\" | \"-\" ] DIGIT { DIGIT } ]", "Exact: 0.1 is one tenth.", As("0.1x + 2e3", "(0.1*x) + 2e3")),
    ];

    private static GrammarExample As(string function, string reads, string? shapes = null) => new(function, reads, shapes);
}
