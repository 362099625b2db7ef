using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Language;

/// <summary>Every way to be wrong that the language knows: where it points, what it says, and what it proposes.</summary>
public sealed class MistakeTests
{
    [Theory]
    [InlineData("thanh(x)", 0, 5,
        "'thanh' is followed by a bracket but is not a known function.", "did you mean 'tanh'?")]
    [InlineData("sinn(x)", 0, 4,
        "'sinn' is followed by a bracket but is not a known function.", "did you mean 'sin'?")]
    [InlineData("SIN(x)", 0, 3,
        "'SIN' is followed by a bracket but is not a known function.", "did you mean 'sin'?")]
    [InlineData("foo(x)", 0, 3,
        "'foo' is followed by a bracket but is not a known function.", "write foo*(…) for a product")]
    [InlineData("a(x+1)", 0, 1,
        "'a' is followed by a bracket but is not a known function.", "write a*(…) for a product")]
    [InlineData("f(x) = b(x+1)", 7, 8,
        "'b' is followed by a bracket but is not a known function.", "write b*(…) for a product")]
    [InlineData("y'(x)", 0, 1,
        "'y' is followed by a bracket but is not a known function.", "define it first, as in y(x) = …")]
    [InlineData("log_b(x)", 0, 5,
        "'log_b' is followed by a bracket but is not a known function.", "write log(x, b)")]
    [InlineData("log_2(x, 3)", 0, 11,
        "'log_2' has its base in its name and takes one argument.", "write log(x, b)")]
    [InlineData("x + y + xy", 8, 10,
        "'xy' is read as one name, and it is not declared; names are never split.", "did you mean 'x*y'?")]
    [InlineData("f(x, y) = xy", 10, 12,
        "'xy' is read as one name, and it is not declared; names are never split.", "did you mean 'x*y'?")]
    [InlineData("f(x, y) = x + 2yx", 15, 17,
        "'yx' is read as one name, and it is not declared; names are never split.", "did you mean 'y*x'?")]
    [InlineData("f(x) = sinx", 7, 11,
        "'sinx' is read as one name, and it is not declared; names are never split.", "did you mean 'sin(x)'?")]
    [InlineData("lnx", 0, 3,
        "'lnx' is read as one name, and it is not declared; names are never split.", "did you mean 'ln(x)'?")]
    [InlineData("f(x) = xsin(x)", 7, 11,
        "'xsin' is followed by a bracket but is not a known function.", "did you mean 'x*sin(…)'?")]
    [InlineData("f(x, y) = xy(x+1)", 10, 12,
        "'xy' is followed by a bracket but is not a known function.", "did you mean 'x*y*(…)'?")]
    [InlineData("2πr", 1, 3,
        "'πr' is read as one name, and it is not declared; names are never split.", "did you mean 'π*r'?")]
    [InlineData("x y", 0, 3,
        "'x' and 'y' are written side by side, and at least one of them is not declared.", "write x*y for a product")]
    [InlineData("the derivative of x", 0, 14,
        "'the' and 'derivative' are written side by side, and at least one of them is not declared.", "write a formula, such as x^2 + 3")]
    [InlineData("f(x) = 2pix", 8, 11,
        "'pix' is read as one name, and it is not declared; names are never split.", "did you mean 'pi*x'?")]
    [InlineData("sin", 0, 3,
        "'sin' is a function and needs an argument.", "write sin(x)")]
    [InlineData("sin*2", 0, 3,
        "'sin' is a function and needs an argument.", "write sin(x)")]
    [InlineData("f(x) = sqrt + x", 7, 11,
        "'sqrt' is a function and needs an argument.", "write sqrt(x)")]
    [InlineData("sin' x", 0, 4,
        "The derivative 'sin'' needs its argument in brackets.", "write sin'(x)")]
    [InlineData("sin^x(2)", 0, 5,
        "The exponent between 'sin' and its argument must be a number.", "write (sin(x))^n")]
    [InlineData("exp^-1(x)", 0, 6,
        "The inverse of 'exp' has no name here, and 'exp^-1' could also mean a quotient.", "write 1/exp(…) for the quotient")]
    [InlineData("sin --x", 5, 6,
        "Without brackets the argument of 'sin' begins with at most one sign.", "write sin(…)")]
    [InlineData("sin()", 0, 5,
        "'sin' is called without an argument.", "write sin(x)")]
    [InlineData("sin(x, y)", 0, 9,
        "'sin' takes 1 argument; there are 2.", null)]
    [InlineData("max(x)", 0, 6,
        "'max' takes at least 2 arguments; there is 1.", null)]
    [InlineData("log(x, 2, 3)", 0, 12,
        "'log' takes 1 to 2 arguments; there are 3.", null)]
    [InlineData("sin(0,5)", 0, 8,
        "'sin' takes 1 argument; there are 2.", "write a decimal with a point: 0.5")]
    [InlineData("g(x, y) = x*y; f(x) = g(x)", 22, 26,
        "'g' takes 2 arguments; there is 1.", null)]
    [InlineData("g(x, y) = x*y; f(x) = g x", 22, 23,
        "'g' takes 2 arguments, so they need brackets.", "write g(…)")]
    [InlineData("g(x, y) = x*y; f(x) = g'(x, x)", 22, 30,
        "A prime needs a function of one variable; 'g' has 2.", "write diff(g(…), x)")]
    [InlineData("if(x > 0, 1)", 0, 12,
        "'if' takes 3 arguments; there are 2.", null)]
    [InlineData("piecewise(x > 0, 1)", 0, 19,
        "'piecewise' takes at least 3 arguments; there are 2.", null)]
    [InlineData("piecewise(x, 1, 2)", 10, 11,
        "This is a number, but a condition such as x > 0 is expected here.", null)]
    [InlineData("f(x) = x if x > 0", 9, 11,
        "'if' is a function and needs an argument.", "write if(condition, a, b)")]
    [InlineData("max(x, delta = 1)", 7, 14,
        "Arguments are given by position, not by name.", "leave the name out; to compare write '=='")]
    [InlineData("2 3", 0, 3,
        "Two numbers are written side by side.", "write '*' for a product")]
    [InlineData("1 000", 0, 5,
        "Two numbers are written side by side.", "write one number without spaces, or '*' for a product")]
    [InlineData("x 2", 0, 3,
        "A number cannot directly follow 'x'.", "write '*' for a product, '^' for a power")]
    [InlineData("(x+1)2", 4, 6,
        "A number cannot directly follow ')'.", "write '*' for a product, '^' for a power")]
    [InlineData("1,000", 0, 5,
        "A number has a decimal point, not a comma.", "write 1.000, or leave out a comma that separates thousands")]
    [InlineData("x, y", 1, 2,
        "A comma separates arguments or entries, and there are none here.", "write [a, b] for a vector")]
    [InlineData("x^2 + y^2 = 1", 10, 11,
        "Equations are not accepted here: '=' defines, and 'x^2 + y^2' is neither a name nor a signature such as f(x).", "to compare, write '=='")]
    [InlineData("if(x = 3, 1, 2)", 5, 6,
        "'=' defines a name at the beginning of a statement; it does not compare.", "write '=='")]
    [InlineData("f(x) = y = 3", 9, 10,
        "'=' defines a name at the beginning of a statement; it does not compare.", "write '=='")]
    [InlineData("= 3", 0, 1,
        "'=' has no name before it.", "write name = … or name(x) = …")]
    [InlineData("f(x) =", 5, 6,
        "A value is expected after '=', not the end of the text.", null)]
    [InlineData("x := 3", 2, 4,
        "':=' is not used here.", "write '='")]
    [InlineData("x =< 3", 2, 4,
        "This is not an operator.", "write '<='")]
    [InlineData("x => 3", 2, 4,
        "This is not an operator.", "write '>='")]
    [InlineData("x <> 3", 2, 4,
        "This is not an operator.", "write '!='")]
    [InlineData("x < y < 2", 2, 7,
        "Comparisons cannot be chained.", "write a < b and b < c")]
    [InlineData("not", 0, 3,
        "A value is expected after 'not', not the end of the text.", null)]
    [InlineData("x not y", 2, 5,
        "An operator is expected after 'x', not 'not'.", "write 'and not' or 'or not'")]
    [InlineData("2^not x", 2, 5,
        "'not' cannot follow an operator that binds more tightly.", "write (not …)")]
    [InlineData("if(x, 1, 2)", 3, 4,
        "This is a number, but a condition such as x > 0 is expected here.", null)]
    [InlineData("x + (x > 1)", 4, 11,
        "This is a condition, but a number is expected here.", "write if(condition, a, b)")]
    [InlineData("x > 1", 0, 5,
        "A definition must give a number, but this is a condition.", "write if(condition, a, b)")]
    [InlineData("pi = 3", 0, 2,
        "'pi' has a fixed meaning and cannot be redefined.", "choose another name")]
    [InlineData("inf = 1", 0, 3,
        "'inf' has a fixed meaning and cannot be redefined.", "choose another name")]
    [InlineData("sin(x) = 3", 0, 3,
        "'sin' is a function of the catalogue and cannot be redefined.", "choose another name")]
    [InlineData("x = 1; x = 2", 7, 8,
        "'x' is defined twice.", "choose another name")]
    [InlineData("f(x) = f(x-1)", 7, 8,
        "'f' is used within its own definition.", null)]
    [InlineData("f(x) = g(x); g(x) = x", 7, 8,
        "'g' is used before it is defined.", "put its definition first")]
    [InlineData("f(2) = 3", 2, 3,
        "A signature lists names, not '2'.", null)]
    [InlineData("f(x+1) = 3", 3, 4,
        "A signature lists names separated by commas; '+' is not a comma.", "write f(x, y) = …")]
    [InlineData("f() = 3", 1, 3,
        "A signature names at least one parameter.", "write f(x) = …, or f = … for a value")]
    [InlineData("f(x, x) = 1", 5, 6,
        "The signature has the parameter 'x' twice.", null)]
    [InlineData("x; x^2", 0, 1,
        "A helper needs a name; an expression without one may only come last.", "write for example p = …, or name(x) = …")]
    [InlineData("x +\n 3", 2, 3,
        "The line ends after '+', where a value is expected.", "a new line ends a statement; to go on over several lines put the expression in brackets")]
    [InlineData("f(x) = x^2\n + 3", 12, 13,
        "A new line ends a statement, and this one begins with '+'.", "to go on over several lines put the expression in brackets; to begin a statement end the one before with ';'")]
    [InlineData("(x+1", 0, 1,
        "'(' is never closed.", "add ')'")]
    [InlineData("x+1)", 3, 4,
        "')' closes a bracket that was never opened.", "remove it, or open the bracket")]
    [InlineData("(x+1]", 4, 5,
        "']' cannot close '('.", "write ')'")]
    [InlineData("[x)", 2, 3,
        "')' cannot close '['.", "write ']'")]
    [InlineData("()", 0, 2,
        "There is nothing between these brackets.", null)]
    [InlineData("|x", 0, 1,
        "'|' is never closed.", "write abs(…), or 'or' for a disjunction")]
    [InlineData("x || y", 2, 4,
        "'||' is never closed.", "write norm(…), abs(abs(x) - 1) where bars are nested, or 'or' for a disjunction")]
    [InlineData("x +", 2, 3,
        "A value is expected after '+', not the end of the text.", null)]
    [InlineData("x + * y", 4, 5,
        "A value is expected after '+', not '*'.", null)]
    [InlineData("* x", 0, 1,
        "A value is expected here, not '*'.", null)]
    [InlineData("!x", 0, 1,
        "A value is expected here, not '!'.", "write 'not' for a negation")]
    [InlineData("5%", 1, 2,
        "'%' has no meaning here.", "write /100 for a percentage, mod(a, b) for a remainder")]
    [InlineData("{x}", 0, 1,
        "'{' has no meaning here.", "write round brackets")]
    [InlineData("x & y", 2, 3,
        "'&' has no meaning here.", "write 'and'")]
    [InlineData("x ? 1 : 2", 2, 3,
        "'?' has no meaning here.", "write if(condition, a, b)")]
    [InlineData("~x", 0, 1,
        "'~' has no meaning here.", "write 'not'")]
    [InlineData("\"x\"", 0, 1,
        "'\"' has no meaning here.", "write '' for a second derivative")]
    [InlineData("∛x", 0, 1,
        "'∛' (U+221B) has no meaning here.", "write cbrt(x)")]
    [InlineData("x#y", 1, 2,
        "'#' has no meaning here.", null)]
    [InlineData("ж + 1", 0, 1,
        "'ж' (U+0436) is not a letter of this language: names are written with ASCII and Greek letters, digits and '_'.", null)]
    [InlineData("３ + x", 0, 1,
        "'３' (U+FF13) is not a digit of this language: numbers are written with 0 to 9.", "write 3")]
    [InlineData("x😀", 1, 3,
        "'😀' (U+1F600) has no meaning here.", null)]
    [InlineData("1.2.3", 0, 5,
        "A number has one decimal point, and none in its exponent.", null)]
    [InlineData("1_000", 1, 2,
        "A number is written without '_'.", "leave the '_' out; for a product write '*'")]
    [InlineData("0x1F", 0, 3,
        "This looks like a hexadecimal, octal or binary number; numbers here are decimal.", "write the number in decimal digits; for a product write '*'")]
    [InlineData("1e1234567", 0, 9,
        "The exponent of this number has 7 digits; at most 6 are allowed.", null)]
    [InlineData("1e400*x", 0, 5,
        "This number is larger than a double can hold.", null)]
    [InlineData("1e-400*x", 0, 6,
        "This number is smaller than a double can hold.", null)]
    [InlineData("x²^3", 1, 3,
        "A power of a superscript can be read in two ways.", "write brackets, as in (x^2)^3")]
    [InlineData("x²⁻", 1, 3,
        "A superscript is a whole number.", "write '^' and brackets")]
    [InlineData("d/dx x^2", 0, 4,
        "'d/dx' is not read as a derivative.", "write diff(…, x), or f'(x) of a named function")]
    [InlineData("diff(x^2)", 0, 9,
        "'diff' takes 2 to 3 arguments; there is 1.", null)]
    [InlineData("diff(x^2, 3)", 10, 11,
        "The second argument of 'diff' must be the name of a variable.", "write diff(u, x)")]
    [InlineData("f(x) = diff(a*x, a)", 17, 18,
        "'a' is a constant here, but 'diff' differentiates by a variable.", "write diff(u, x) with a variable x")]
    [InlineData("diff(x^2, x, 1.5)", 13, 16,
        "The third argument of 'diff' must be the order, a whole number.", null)]
    [InlineData("(x^2)'", 0, 6,
        "A prime after a value means a transpose, and a number has none.", "for a derivative write f'(x) of a named function, or diff(u, x)")]
    [InlineData("x @ 2", 0, 5,
        "'@' multiplies matrices and vectors; here it is between a number and a number.", "write '*' to multiply by a number")]
    [InlineData("x[1]", 0, 4,
        "A number has no entries.", "write * to multiply")]
    [InlineData("det(x)", 4, 5,
        "'det' needs a square matrix, but this is a number.", null)]
    [InlineData("sum(i = 1..n, x^i)", 11, 12,
        "The last number of an index must be known: a whole number, a letter that shapes give as a length, or computed from whole numbers in data.", "write i = 1..3, give n in data, or give a shape such as [\"n\"]")]
    [InlineData("sum(i = 3..1, x^i)", 4, 12,
        "The index 'i' runs from 3 to 1 and takes no value.", null)]
    [InlineData("sum(i = 3, i)", 4, 9,
        "A range is expected after 'i ='.", "write i = 1..n, or '==' to compare")]
    [InlineData("1..3", 1, 3,
        "A range belongs after an index and '=', as in sum(i = 1..n, …).", null)]
    [InlineData("x : 2", 2, 3,
        "An index has at most one ':', as in x[2:5].", null)]
    [InlineData("f'(x) = 3", 6, 7,
        "Equations are not accepted here: '=' defines, and 'f'(x)' is neither a name nor a signature such as f(x).", "to compare, write '=='")]
    public void Every_mistake_is_reported_with_its_place_and_a_repair(string text, int start, int end, string message, string? hint)
    {
        var refusal = Assert.Throws<FormulaException>(() => Ask.About(text));
        Assert.Equal((message, hint), (refusal.Message, refusal.Hint));
        Assert.Equal(new TextSpan(start, end), refusal.Span);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0 ")]
    [InlineData(";\n;")]
    public void Nothing_to_read_is_a_mistake(string text)
    {
        var refusal = Assert.Throws<FormulaException>(() => Ask.About(text));
        Assert.Equal("There is nothing here to read; a formula is expected.", refusal.Message);
        Assert.Equal("write for example x^2 + 3", refusal.Hint);
        Assert.InRange(refusal.Span.End, refusal.Span.Start, text.Length);
    }

    [Theory]
    [InlineData("f(x) = a*x", "'a' has no value.")]
    [InlineData("f(x) = x^(n/3)", "'n' has no value.")]
    public void A_letter_without_a_value_is_named_when_a_number_is_asked_for(string text, string message) =>
        Assert.Equal(message, Assert.Throws<Calculus.Programs.UnboundSymbolException>(() => Ask.About(text).Value(2)).Message);
}
