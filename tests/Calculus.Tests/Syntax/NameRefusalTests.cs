using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class NameRefusalTests
{
    [Theory]
    [InlineData("sinn(x)", 0, 4,
        "'sinn' stands before a bracket but is not a known function.", "did you mean 'sin'?")]
    [InlineData("thanh(x)", 0, 5,
        "'thanh' stands before a bracket but is not a known function.", "did you mean 'tanh'?")]
    [InlineData("sine(x)", 0, 4,
        "'sine' stands before a bracket but is not a known function.", "did you mean 'sin'?")]
    [InlineData("SIN(x)", 0, 3,
        "'SIN' stands before a bracket but is not a known function.", "did you mean 'sin'?")]
    [InlineData("Sigmod(x)", 0, 6,
        "'Sigmod' stands before a bracket but is not a known function.", "did you mean 'sigmoid'?")]
    [InlineData("foo(x)", 0, 3,
        "'foo' stands before a bracket but is not a known function.", "write foo*(…) for a product")]
    [InlineData("2 + a(x+1)", 4, 5,
        "'a' stands before a bracket but is not a known function.", "write a*(…) for a product")]
    [InlineData("f(x) = a(x+1)", 7, 8,
        "'a' stands before a bracket but is not a known function.", "write a*(…) for a product")]
    [InlineData("y'(x)", 0, 1,
        "'y' stands before a bracket but is not a known function.", "define it first, as in y(x) = …")]
    [InlineData("log_b(x)", 0, 5,
        "'log_b' stands before a bracket but is not a known function.", "write log(x, b)")]
    [InlineData("log_2(x, 3)", 0, 11,
        "'log_2' has its base in its name and takes one argument.", "write log(x, b)")]
    [InlineData("p(x) = x; g(x) = p*x", 17, 18,
        "'p' is a function and needs its argument.", "write p(x)")]
    [InlineData("p(x) = x; p + 1", 10, 11,
        "'p' is a function and needs its argument.", "write p(x)")]
    [InlineData("f(x)=f(x)", 5, 6,
        "'f' is used within its own definition.", null)]
    [InlineData("a = a + 1", 4, 5,
        "'a' is used within its own definition.", null)]
    [InlineData("f(x) = g(x); g(x) = x", 7, 8,
        "'g' is used before it is defined.", "put its definition first")]
    [InlineData("f(x) = p*x; p=3", 7, 8,
        "'p' is used before it is defined.", "put its definition first")]
    [InlineData("sin", 0, 3,
        "'sin' is a function and needs its argument.", "write sin(x)")]
    [InlineData("sin*2", 0, 3,
        "'sin' is a function and needs its argument.", "write sin(x)")]
    [InlineData("2sin", 1, 4,
        "'sin' is a function and needs its argument.", "write sin(x)")]
    [InlineData("sin^2", 0, 3,
        "'sin' is a function and needs its argument.", "write sin(x)")]
    [InlineData("sin^x", 0, 5,
        "Only a number can stand as exponent between 'sin' and its argument.", "write (sin(x))^n")]
    [InlineData("sin' x", 0, 4,
        "The derivative 'sin'' needs its argument in brackets.", "write sin'(x)")]
    [InlineData("exp^-1(x)", 0, 6,
        "The inverse of 'exp' has no name here, and 'exp^-1' could also mean a quotient.", "write 1/exp(…) for the quotient")]
    [InlineData("sin --x", 5, 6,
        "Without brackets the argument of 'sin' begins with one sign at most.", "write sin(…)")]
    [InlineData("sin()", 0, 5,
        "'sin' is called without an argument.", "write sin(x)")]
    [InlineData("g(x, y) = x*y; f(x) = g x", 22, 23,
        "'g' takes 2 arguments, so they stand in brackets.", "write g(…)")]
    [InlineData("f(x) = x if x > 0", 9, 11,
        "'if' is a function and needs its argument.", "write if(condition, a, b)")]
    [InlineData("max(p, delta = 1)", 7, 14,
        "Arguments go by their place, without names.", "leave the name out; to compare write '=='")]
    [InlineData("max(1,)", 6, 7,
        "A value is expected after ',', but here stands ')'.", null)]
    [InlineData("x + y + xy", 8, 10,
        "'xy' is one name, and nothing declares it; names are never split.", "did you mean 'x*y'?")]
    [InlineData("f(x, y) = xy", 10, 12,
        "'xy' is one name, and nothing declares it; names are never split.", "did you mean 'x*y'?")]
    [InlineData("f(x, y) = x + 2yx", 15, 17,
        "'yx' is one name, and nothing declares it; names are never split.", "did you mean 'y*x'?")]
    [InlineData("xyz + x + y + z", 0, 3,
        "'xyz' is one name, and nothing declares it; names are never split.", "did you mean 'x*y*z'?")]
    [InlineData("f(x) = 2pix", 8, 11,
        "'pix' is one name, and nothing declares it; names are never split.", "did you mean 'pi*x'?")]
    [InlineData("f(x) = sinx", 7, 11,
        "'sinx' is one name, and nothing declares it; names are never split.", "did you mean 'sin(x)'?")]
    [InlineData("lnx", 0, 3,
        "'lnx' is one name, and nothing declares it; names are never split.", "did you mean 'ln(x)'?")]
    [InlineData("f(t) = cost", 7, 11,
        "'cost' is one name, and nothing declares it; names are never split.", "did you mean 'cos(t)'?")]
    [InlineData("2πr", 1, 3,
        "'πr' is one name, and nothing declares it; names are never split.", "did you mean 'π*r'?")]
    [InlineData("x y", 0, 3,
        "'x' and 'y' stand side by side, and not both are declared.", "write x*y for a product")]
    [InlineData("x e^x", 0, 3,
        "'x' and 'e' stand side by side, and not both are declared.", "write x*e for a product")]
    [InlineData("λ x", 0, 3,
        "'λ' and 'x' stand side by side, and not both are declared.", "write λ*x for a product")]
    [InlineData("the derivative of x", 0, 14,
        "'the' and 'derivative' stand side by side, and not both are declared.", "write a formula, such as x^2 + 3")]
    [InlineData("x y", 0, 3,
        "'x' and 'y' stand side by side, and not both are declared.", "write x*y for a product", "x")]
    [InlineData("f(x) = xsin(x)", 7, 11,
        "'xsin' stands before a bracket but is not a known function.", "did you mean 'x*sin(…)'?")]
    [InlineData("x + 2xsin x", 5, 11,
        "'xsin' and 'x' stand side by side, and not both are declared.", "did you mean 'x*sin(x)'?")]
    [InlineData("f(x, y) = xyexp(x)", 10, 15,
        "'xyexp' stands before a bracket but is not a known function.", "did you mean 'x*y*exp(…)'?")]
    [InlineData("f(x, y) = xy(x+1)", 10, 12,
        "'xy' stands before a bracket but is not a known function.", "did you mean 'x*y*(…)'?")]
    [InlineData("sum(√ = 1..3, x)", 4, 5,
        "'√' has a fixed meaning and cannot be defined anew.", "choose another name")]
    [InlineData("sum(pi = 1..3, x)", 4, 6,
        "'pi' has a fixed meaning and cannot be defined anew.", "choose another name")]
    public void Says_what_is_wrong_with_a_name_and_what_was_probably_meant(
        string text, int start, int end, string message, string? hint, string declared = "") =>
        Reading.Refuses(text, start, end, message, hint, declared);
}
