using System.Globalization;
using System.Text.RegularExpressions;
using Calculus.CodeExport;
using Xunit;

namespace Calculus.Tests.CodeExport;

/// <summary>Programs run, with the comparisons in them; and a program with a wrong number fails.</summary>
public sealed partial class RunTests
{
    [Fact]
    public void Programs_run_in_NumPy() => AllRun(CodeLanguage.NumPy, Runner.Python);

    [Fact]
    public void Programs_for_JAX_run_with_NumPy_in_its_place() => AllRun(CodeLanguage.Jax, Runner.Python);

    [Fact]
    public void Programs_run_in_JavaScript() => AllRun(CodeLanguage.JavaScript, Runner.Node);

    [Fact]
    public void Programs_run_in_C() => AllRun(CodeLanguage.C, Runner.C);

    [Fact]
    public void Programs_run_in_CSharp() => AllRun(CodeLanguage.CSharp, Runner.CSharp);

    // PyTorch is large: tests/run.sh --with-torch installs it and asks for this test, which then fails where PyTorch is missing.
    [Fact(Explicit = true)]
    public void Programs_run_in_PyTorch_and_autograd_agrees() => AllRun(CodeLanguage.PyTorch, Runner.Python);

    private static void AllRun(CodeLanguage language, Func<IReadOnlyList<string>, IReadOnlyDictionary<int, string>> run)
    {
        var programs = Programs.In(language);
        Assert.All(programs, program => Assert.True(program.Points > 0, $"{program.Definition} is compared nowhere."));
        var wrong = Programs.Of("f(x, y) = sin(x)*y", language, CodeContent.Gradient).Code;
        var planted = Numbers().Replace(wrong, static match => (double.Parse(match.Value, CultureInfo.InvariantCulture) * 1.00001).ToString("R", CultureInfo.InvariantCulture), 1, LastComparison(wrong));
        Assert.NotEqual(wrong, planted);

        var failures = run([.. programs.Select(static program => program.Code), planted]);

        Assert.True(failures.ContainsKey(programs.Count), $"A wrong number passes. {failures.GetValueOrDefault(-1)}");
        Assert.True(failures.Count == 1, string.Join('\n', failures.Where(failure => failure.Key != programs.Count).Take(8).Select(failure => failure.Key < 0
            ? failure.Value[..Math.Min(failure.Value.Length, 3000)]
            : $"{programs[failure.Key].Definition} ({programs[failure.Key].Content}): {failure.Value[..Math.Min(failure.Value.Length, 300)]}\n{programs[failure.Key].Code}")));
    }

    private static int LastComparison(string code) => Comparisons().Matches(code)[^1].Index;

    [GeneratedRegex(@"[0-9]\.[0-9]{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"f\(-?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Comparisons();
}
