using Xunit;

namespace CalcApi.Tests.Code;

public sealed class CodeTests(Api service)
{
    [Theory]
    [InlineData("numpy", "def gradient(x, z):", "6 * x**2 * z**2")]
    [InlineData("pytorch", "torch.autograd.grad", "6 * x**2 * z**2")]
    [InlineData("jax", "import jax.numpy as jnp", "6 * x**2 * z**2")]
    [InlineData("csharp", "public static double[] gradient(double x, double z)", "6.0 * x * x * z * z")]
    [InlineData("javascript", "function gradient(x, z) {", "6 * x * x * z * z")]
    [InlineData("c", "static void gradient(double x, double z, double answer[2]) {", "6.0 * x * x * z * z")]
    public async Task A_gradient_is_a_program_that_compares_itself_at_the_point_too(string language, string head, string formula)
    {
        var answer = await service.Answer("code", $$"""{ "function": "f(x, z) = 2z^3 x^2", "language": "{{language}}", "of": "gradient", "point": { "x": 3, "z": 2 } }""");
        var code = answer.GetProperty("code").GetString()!;
        Assert.Contains(head, code, StringComparison.Ordinal);
        Assert.Contains(formula, code, StringComparison.Ordinal);
        Assert.Contains("3.0, 2.0", code, StringComparison.Ordinal);
        Assert.Contains("96.0", code, StringComparison.Ordinal);
        Assert.Contains("216.0", code, StringComparison.Ordinal);
        Assert.Equal((language, "gradient", 3), (answer.GetProperty("language").GetString(), answer.GetProperty("of").GetString(), answer.GetProperty("points").GetArrayLength()));
        Assert.Equal(3, answer.GetProperty("points")[0].Number("x"));
    }

    [Theory]
    [InlineData("value", "\\begin{aligned}\nf\\left(x, y\\right) &= x^{2} \\sin\\left(y\\right)\n\\end{aligned}\n")]
    [InlineData("gradient", "\\frac{\\partial f}{\\partial y} &= x^{2} \\cos\\left(y\\right)")]
    [InlineData("hessian", "\\frac{\\partial^{2} f}{\\partial x\\,\\partial y} &= 2 x \\cos\\left(y\\right)")]
    public async Task LaTeX_is_a_display(string of, string part)
    {
        var answer = await service.Answer("code", $$"""{ "function": "x^2*sin(y)", "language": "latex", "of": "{{of}}" }""");
        Assert.Contains(part, answer.GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_without_a_point_in_the_domain_says_so()
    {
        var answer = await service.Answer("code", """{ "function": "log(-1 - x^2)", "language": "numpy" }""");
        Assert.Contains("Nothing is compared", answer.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, answer.GetProperty("points").GetArrayLength());
    }

    [Theory]
    [InlineData("""{ "function": "x", "language": "fortran" }""", "language", 422, "not-supported")]
    [InlineData("""{ "function": "x", "language": "c", "of": "jacobian" }""", "of", 422, "not-supported")]
    [InlineData("""{ "function": "x" }""", "language", 400, "shape")]
    [InlineData("""{ "function": "5", "language": "c", "of": "gradient" }""", "of", 422, "value")]
    [InlineData("""{ "function": "f(x) = a*x", "language": "c" }""", "data.a", 422, "value")]
    [InlineData("""{ "function": "x*y", "language": "c", "point": { "x": 1 } }""", "point", 422, "value")]
    public async Task What_cannot_be_written_is_refused_with_its_field(string body, string field, int status, string type) =>
        Assert.Contains(field, (await service.Ask("code", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);

    [Fact]
    public async Task Names_that_the_language_keeps_for_itself_are_changed()
    {
        var answer = await service.Answer("code", """{ "function": "lambda*double + t1*θ", "language": "c" }""");
        Assert.Contains("f(double lambda, double double_, double t1, double theta)", answer.GetProperty("code").GetString(), StringComparison.Ordinal);
        answer = await service.Answer("code", """{ "function": "lambda*double + t1*θ", "language": "numpy" }""");
        Assert.Contains("f(lambda_, double, t1, θ)", answer.GetProperty("code").GetString(), StringComparison.Ordinal);
    }
}
