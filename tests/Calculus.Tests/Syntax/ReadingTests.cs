using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class ReadingTests
{
    [Theory]
    // Levels and directions.
    [InlineData("x^2 + 3", "(x^2) + 3")]
    [InlineData("2^3^2", "2^(3^2)")]
    [InlineData("-x^2", "-(x^2)")]
    [InlineData("-2^2", "-(2^2)")]
    [InlineData("2^-1", "2^(-1)")]
    [InlineData("2^-x^2*y", "(2^(-(x^2)))*y")]
    [InlineData("x ** 2 ** y", "x^(2^y)")]
    [InlineData("x .^ 2 ./ y .* z", "((x.^2) ./ y) .* z")]
    [InlineData("a - b - c", "(a - b) - c")]
    [InlineData("a/b/c*d", "((a/b)/c)*d")]
    [InlineData("a @ b @ c", "(a @ b) @ c")]
    [InlineData("a + b*c^d!", "a + (b*(c^(d!)))")]
    [InlineData("x--1", "x - (-1)")]
    [InlineData("+-+x", "+(-(+x))")]
    [InlineData("-x < -y", "(-x) < (-y)")]
    [InlineData("not x + 1 > 2", "not ((x + 1) > 2)")]
    [InlineData("not not x", "not (not x)")]
    [InlineData("not a and b", "(not a) and b")]
    [InlineData("a and not b or c", "(a and (not b)) or c")]
    [InlineData("a < b and b < c or not a == b", "((a < b) and (b < c)) or (not (a == b))")]
    [InlineData("a >= b or a <= c or a != d", "((a >= b) or (a <= c)) or (a != d)")]
    [InlineData("((x))", "x")]
    [InlineData("((a + (b)))*c", "(a + b)*c")]
    // Products without a sign.
    [InlineData("f(x, z) = 2z^3 x^2", "(2*(z^3))*(x^2)")]
    [InlineData("f(x,z) = 2z^3x^2", "(2*(z^3))*(x^2)")]
    [InlineData("1/2x", "(1/2)*x")]
    [InlineData("8/2(2+2)", "(8/2)*(2 + 2)")]
    [InlineData("a/bc", "a/bc")]
    [InlineData("1./2x", "(1 ./ 2)*x")]
    [InlineData("e^x(x+1)", "(e^x)*(x + 1)")]
    [InlineData("e^2x", "(e^2)*x")]
    [InlineData("e^-x(x+1)", "(e^(-x))*(x + 1)")]
    [InlineData("e^x^2(x+1)", "(e^(x^2))*(x + 1)")]
    [InlineData("2^3x", "(2^3)*x")]
    [InlineData("2^n x", "(2^n)*x")]
    [InlineData("x(x+1)", "x*(x + 1)")]
    [InlineData("x(x+1)^2", "x*((x + 1)^2)")]
    [InlineData("x(x)(x)", "(x*x)*x")]
    [InlineData("f(x) = x(2)", "x*2")]
    [InlineData("(x+1)(x-1)", "(x + 1)*(x - 1)")]
    [InlineData("2(x+1)y", "(2*(x + 1))*y")]
    [InlineData("x!y", "(x!)*y")]
    [InlineData("x'y", "(x')*y", "x y")]
    [InlineData("2[1, 2]", "2*[1, 2]")]
    [InlineData("x[1](x+1)", "x[1]*(x + 1)", "x")]
    [InlineData("pi(x+1)", "pi*(x + 1)")]
    [InlineData("2tau(x) + inf", "((2*tau)*x) + inf")]
    [InlineData("e(x)", "e*x")]
    [InlineData("-x y", "(-x)*y", "x y")]
    [InlineData("f(x) = 2 pi x", "(2*pi)*x")]
    [InlineData("f(x, y) = e x y", "(e*x)*y")]
    [InlineData("p = 3; f(x) = p x", "p*x")]
    [InlineData("x sin(x)", "x*sin(x)")]
    [InlineData("g(t) = t^2; f(x) = g(x)(x+1)", "g(x)*(x + 1)")]
    // Functions with and without brackets.
    [InlineData("sin^2(x)", "(sin(x))^2")]
    [InlineData("sin^2 x", "(sin(x))^2")]
    [InlineData("sin^2x", "(sin(x))^2")]
    [InlineData("sin**2 x", "(sin(x))^2")]
    [InlineData("sin^2.5(x)", "(sin(x))^2.5")]
    [InlineData("sin^-1(x)", "asin(x)")]
    [InlineData("cosh^-1 x", "acosh(x)")]
    [InlineData("tan^(-1)(x)", "atan(x)")]
    [InlineData("sin^-2(x)", "(sin(x))^(-2)")]
    [InlineData("sin²(x) + cos²x", "((sin(x))^2) + ((cos(x))^2)")]
    [InlineData("sin⁻¹(x)", "asin(x)")]
    [InlineData("sin(x)^-1", "(sin(x))^(-1)")]
    [InlineData("sin x", "sin(x)")]
    [InlineData("sin 2x", "sin(2*x)")]
    [InlineData("sin 2pi", "sin(2*pi)")]
    [InlineData("sin x^2", "sin(x^2)")]
    [InlineData("sin x!", "sin(x!)")]
    [InlineData("sin -x", "sin(-x)")]
    [InlineData("sin -2x^2", "sin((-2)*(x^2))")]
    [InlineData("sin x cos x", "sin(x)*cos(x)")]
    [InlineData("sin x/y", "sin(x)/y")]
    [InlineData("sin x*y", "sin(x)*y")]
    [InlineData("sin x + y", "sin(x) + y")]
    [InlineData("sin x - y", "sin(x) - y")]
    [InlineData("sin x < y", "sin(x) < y")]
    [InlineData("sin sin x", "sin(sin(x))")]
    [InlineData("sin cos x sin x", "sin(cos(x))*sin(x)")]
    [InlineData("sin 2 cos x", "sin(2)*cos(x)")]
    [InlineData("sin x (x+1)", "sin(x*(x + 1))")]
    [InlineData("sin (x+1)^2", "(sin(x + 1))^2")]
    [InlineData("sin (x+1) x", "sin(x + 1)*x")]
    [InlineData("sin|x|", "sin(abs(x))")]
    [InlineData("sin [1, 2]", "sin([1, 2])")]
    [InlineData("2 sin x / y", "(2*sin(x))/y")]
    [InlineData("-sin x", "-sin(x)")]
    [InlineData("2^sin x", "2^sin(x)")]
    [InlineData("sin 2x y", "sin((2*x)*y)", "x y")]
    [InlineData("g(x) = x^2; f(x) = g 3x", "g(3*x)")]
    [InlineData("sin(2)(x)", "sin(2)*x")]
    [InlineData("max(1, min(x, 2), y)", "max(1, min(x, 2), y)")]
    [InlineData("ln(x)+log(x,2)+log2(x)", "(ln(x) + log(x, 2)) + log2(x)")]
    [InlineData("log_2(x) + log_10 x", "log(x, 2) + log(x, 10)")]
    [InlineData("log_2^2(x)", "(log(x, 2))^2")]
    [InlineData("log_e(x) + log_b(x)", "log(x, e) + log(x, b)", "b")]
    [InlineData("log_softmax(x)", "log_softmax(x)")]
    [InlineData("g(x) = x^3; f(x) = g'(x) + diff(sin(x), x, 2)", "g'(x) + diff(sin(x), x, 2)")]
    [InlineData("g(x) = x; f(x) = g''(x)'", "g''(x)'")]
    // Names: never split, shadowing what they declare.
    [InlineData("w1*x1 + lambda", "(w1*x1) + lambda")]
    [InlineData("E + I + N + S + beta + gamma", "((((E + I) + N) + S) + beta) + gamma")]
    [InlineData("gamma(x) + gamma", "gamma(x) + gamma")]
    [InlineData("gamma = 3; gamma*x", "gamma*x")]
    [InlineData("mean*2", "mean*2", "mean")]
    [InlineData("f(step) = step*step(2)", "step*step(2)")]
    [InlineData("f(sin) = sin^2", "sin^2")]
    [InlineData("f(e) = e^2x", "(e^2)*x")]
    [InlineData("f(x) = x2", "x2")]
    [InlineData("x1 + x", "x1 + x")]
    [InlineData("_x + x__1", "_x + x__1")]
    [InlineData("α*β + γ_1", "(α*β) + γ_1")]
    [InlineData("X + x", "X + x")]
    // Vectors and matrices.
    [InlineData("A' @ B.T", "(A') @ (B')", "A B")]
    [InlineData("x''", "(x')'", "x")]
    [InlineData("(A@B)'", "(A @ B)'")]
    [InlineData("[[1, 2], [3, 4]] @ [1,2]", "[[1, 2], [3, 4]] @ [1, 2]")]
    [InlineData("[1 - 2, -2]", "[1 - 2, -2]")]
    [InlineData("[1,2][1]", "[1, 2][1]")]
    [InlineData("x[1][2]^2", "x[1][2]^2", "x")]
    [InlineData("X[:, j] + x[2:n-1]", "X[:, j] + x[2:n - 1]")]
    [InlineData("sum(i = 1..n, x[i]^2)", "sum(i = 1..n, x[i]^2)")]
    [InlineData("table(i = 1..2, j = i..n+1, i*j)", "table(i = 1..2, j = i..n + 1, i*j)")]
    [InlineData("f(n) = sum(i = 1..n, i(i+1))", "sum(i = 1..n, i*(i + 1))")]
    [InlineData("|x|", "abs(x)")]
    [InlineData("||v||", "norm(v)")]
    [InlineData("||v||^2", "(norm(v))^2")]
    [InlineData("|x-5||y|", "abs(x - 5)*abs(y)")]
    [InlineData("|x|y|z|", "(abs(x)*y)*abs(z)")]
    [InlineData("2|x|", "2*abs(x)")]
    [InlineData("| |x| - 1|", "abs(abs(x) - 1)")]
    [InlineData("|x + |y||", "abs(x + abs(y))")]
    [InlineData("max(|x|, |y|)", "max(abs(x), abs(y))")]
    // Copied text.
    [InlineData("3·x × 2 ÷ y − 1", "(((3*x)*2)/y) - 1")]
    [InlineData("x² + y³⁴", "(x^2) + (y^34)")]
    [InlineData("-x²y", "(-(x^2))*y")]
    [InlineData("x⁻²", "x^(-2)")]
    [InlineData("2^x²", "2^(x^2)")]
    [InlineData("√x + √(x+1)", "sqrt(x) + sqrt(x + 1)")]
    [InlineData("x√x", "x*sqrt(x)")]
    [InlineData("√2x", "sqrt(2*x)")]
    [InlineData("2π x + π*r^2", "((2*pi)*x) + (pi*(r^2))")]
    [InlineData("-∞", "-inf")]
    [InlineData("x ≤ 3 and y ≥ 2 or not x ≠ 3", "((x <= 3) and (y >= 2)) or (not (x != 3))")]
    [InlineData("f(x)=x;g(x)=f’(x)+f″(x)", "f'(x) + f''(x)")]
    [InlineData("a‘ * b′", "(a')*(b')")]
    [InlineData("x\u00A0+\u2009y\u202F\t", "x + y")]
    [InlineData("\uFEFFx–1", "x - 1")]
    [InlineData("µ + μ", "μ + μ")]
    // Statements.
    [InlineData("x;", "x")]
    [InlineData(";;x;;", "x")]
    [InlineData("\r\n\r\nx\r\n", "x")]
    [InlineData("a = 2\na*x", "a*x")]
    [InlineData("a = 1;\n+a", "+a")]
    [InlineData("f(x) = (\n x^2 +\n 3\n)", "(x^2) + 3")]
    [InlineData("f(x) = [1,\n2]", "[1, 2]")]
    [InlineData("f (x) = x^2", "x^2")]
    [InlineData("a = b == c", "b == c")]
    public void Reads_every_bracket_as_the_language_says(string text, string bracketed, string declared = "") =>
        Assert.Equal(bracketed, Reading.Bracketed(Reading.Of(text, declared).Statements[^1].Body));

    [Theory]
    [InlineData("3", "3")]
    [InlineData("0.10", "0.10")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1.e3", "1e3")]
    [InlineData("2E+3", "2e3")]
    [InlineData("2e-3", "2e-3")]
    [InlineData("2e−3", "2e-3")]
    [InlineData("1e0000000005", "1e5")]
    [InlineData("1e-400", "1e-400")]
    [InlineData("12345678901234567890.000000000000000000001", "12345678901234567890.000000000000000000001")]
    public void Keeps_a_number_exact(string text, string spelling)
    {
        var number = Reading.Of(text).Statements[0].Body;
        Assert.Equal(SyntaxKind.Number, number.Kind);
        Assert.Equal(spelling, number.Text);
        Assert.Equal(new TextSpan(0, text.Length), number.Span);
    }

    [Theory]
    [InlineData("2e", "2*e")]
    [InlineData("2e+x", "(2*e) + x")]
    [InlineData("2ex", "2*ex")]
    [InlineData("5.*x", "5 .* x")]
    [InlineData("5./x", "5 ./ x")]
    [InlineData("5.^x", "5.^x")]
    [InlineData("5.x", "5*x")]
    [InlineData("sum(i = 1..3, i)", "sum(i = 1..3, i)")]
    public void Ends_a_number_where_it_ends(string text, string bracketed) =>
        Assert.Equal(bracketed, Reading.Bracketed(Reading.Of(text).Statements[^1].Body));

    [Fact]
    public void Keeps_composed_functions_as_composed()
    {
        var definition = Reading.Of("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))");
        Assert.Equal("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", Reading.Bracketed(definition));
        Assert.Equal(new TextSpan(12, 13), definition.Statements[1].NameSpan);
        Assert.Equal(new TextSpan(14, 15), definition.Statements[1].Parameters![0].Span);
        Assert.Empty(definition.Notes);
    }

    [Fact]
    public void Tells_values_functions_and_bare_expressions_apart()
    {
        var statements = Reading.Of("p = sigmoid(X @ w + b); loss(w, b) = log_loss(p, y); loss(w, b) + p").Statements;
        Assert.Null(statements[0].Parameters);
        Assert.Equal(2, statements[1].Parameters!.Count);
        Assert.Null(statements[2].Name);
        Assert.Null(statements[2].Parameters);
    }

    [Fact]
    public void Counts_brackets_on_the_node_and_points_at_them()
    {
        var product = Reading.Of(" ((x)) (( y+1 ))").Statements[0];
        var (left, right) = (product.Body.Children[0], product.Body.Children[1]);
        Assert.True(product.Body.Implied);
        Assert.Equal((2, new TextSpan(1, 6)), (left.Brackets, left.Span));
        Assert.Equal((2, new TextSpan(7, 16)), (right.Brackets, right.Span));
        Assert.Equal(5, product.Nodes.Count);
    }

    [Theory]
    [InlineData("f(x, y) = -2sin^2(x)(y+1)/|x| + [1, x[1:2]]' @ sum(i = 1..3, i!) - log_2 x")]
    [InlineData("f(x) = ((x^2))^((-1)) if(x > 0 and not x == 3, sin 2x cos x, √x)")]
    public void Lists_every_node_once_with_children_before_parents(string text)
    {
        var statement = Reading.Of(text).Statements[0];
        var seen = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var node in statement.Nodes)
        {
            Assert.All(node.Children, child => Assert.Contains(child, seen));
            Assert.All(node.Children, child => Assert.True(node.Kind == SyntaxKind.Call || node.Span.Start <= child.Span.Start));
            Assert.True(seen.Add(node));
        }

        Assert.Same(statement.Body, statement.Nodes[^1]);
        Assert.Equal(statement.Nodes.Count - 1, statement.Nodes.Sum(node => node.Children.Count));
    }

    [Fact]
    public void Keeps_primes_on_the_call() =>
        Assert.Equal(3, Reading.Of("g(x) = x^4; g'''(2)").Statements[^1].Body.Primes);
}
