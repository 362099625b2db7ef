using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class NameRefusalTests
{
    [Theory]
    [InlineData("sine(x)", 0, 4,
        "'sine' is followed by a bracket but is not a known function.", "did you mean 'sin'?")]
    [InlineData("Sigmod(x)", 0, 6,
        "'Sigmod' is followed by a bracket but is not a known function.", "did you mean 'sigmoid'?")]
    [InlineData("2 + a(x+1)", 4, 5,
        "'a' is followed by a bracket but is not a known function.", "write a*(…) for a product")]
    [InlineData("f(x) = a(x+1)", 7, 8,
        "'a' is followed by a bracket but is not a known function.", "write a*(…) for a product")]
    [InlineData("p(x) = x; g(x) = p*x", 17, 18,
        "'p' is a function and needs an argument.", "write p(x)")]
    [InlineData("p(x) = x; p + 1", 10, 11,
        "'p' is a function and needs an argument.", "write p(x)")]
    [InlineData("f(x)=f(x)", 5, 6,
        "'f' is used within its own definition.", null)]
    [InlineData("a = a + 1", 4, 5,
        "'a' is used within its own definition.", null)]
    [InlineData("f(x) = p*x; p=3", 7, 8,
        "'p' is used before it is defined.", "put its definition first")]
    [InlineData("2sin", 1, 4,
        "'sin' is a function and needs an argument.", "write sin(x)")]
    [InlineData("sin^2", 0, 3,
        "'sin' is a function and needs an argument.", "write sin(x)")]
    [InlineData("sin^x", 0, 5,
        "The exponent between 'sin' and its argument must be a number.", "write (sin(x))^n")]
    [InlineData("max(p, delta = 1)", 7, 14,
        "Arguments are given by position, not by name.", "leave the name out; to compare write '=='")]
    [InlineData("max(1,)", 6, 7,
        "A value is expected after ',', not ')'.", null)]
    [InlineData("xyz + x + y + z", 0, 3,
        "'xyz' is read as one name, and it is not declared; names are never split.", "did you mean 'x*y*z'?")]
    [InlineData("f(t) = cost", 7, 11,
        "'cost' is read as one name, and it is not declared; names are never split.", "did you mean 'cos(t)'?")]
    [InlineData("λ x", 0, 3,
        "'λ' and 'x' are written side by side, and at least one of them is not declared.", "write λ*x for a product")]
    [InlineData("x y", 0, 3,
        "'x' and 'y' are written side by side, and at least one of them is not declared.", "write x*y for a product", "x")]
    [InlineData("x + 2xsin x", 5, 11,
        "'xsin' and 'x' are written side by side, and at least one of them is not declared.", "did you mean 'x*sin(x)'?")]
    [InlineData("f(x, y) = xyexp(x)", 10, 15,
        "'xyexp' is followed by a bracket but is not a known function.", "did you mean 'x*y*exp(…)'?")]
    [InlineData("sum(√ = 1..3, x)", 4, 5,
        "'√' has a fixed meaning and cannot be redefined.", "choose another name")]
    [InlineData("sum(pi = 1..3, x)", 4, 6,
        "'pi' has a fixed meaning and cannot be redefined.", "choose another name")]
    public void Says_what_is_wrong_with_a_name_and_what_was_probably_meant(
        string text, int start, int end, string message, string? hint, string declared = "") =>
        Reading.Refuses(text, start, end, message, hint, declared);
}
