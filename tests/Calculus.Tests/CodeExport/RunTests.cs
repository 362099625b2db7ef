using Calculus.CodeExport;
using Xunit;

namespace Calculus.Tests.CodeExport;

/// <summary>Programs run, including their comparisons; and a program with a wrong number fails.</summary>
[Trait("Length", "long")]
public sealed class RunTests
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

    [Fact]
    public void Programs_of_arrays_run_in_NumPy() => ArraysRun(CodeLanguage.NumPy, Runner.Python);

    [Fact]
    public void Programs_of_arrays_for_JAX_run_with_NumPy_in_its_place() => ArraysRun(CodeLanguage.Jax, Runner.Python);

    [Fact]
    public void Programs_of_arrays_run_in_JavaScript() => ArraysRun(CodeLanguage.JavaScript, Runner.Node);

    [Fact]
    public void Programs_of_arrays_run_in_C() => ArraysRun(CodeLanguage.C, Runner.C);

    [Fact]
    public void Programs_of_arrays_run_in_CSharp() => ArraysRun(CodeLanguage.CSharp, Runner.CSharp);

    [Fact(Explicit = true)]
    public void Programs_of_arrays_run_in_PyTorch_and_autograd_agrees() => ArraysRun(CodeLanguage.PyTorch, Runner.Python);

    private static void ArraysRun(CodeLanguage language, Func<IReadOnlyList<string>, IReadOnlyDictionary<int, string>> run) =>
        AllRun(ArrayPrograms.In(language), ArrayPrograms.Of(ArrayPrograms.Definitions[0], language, CodeContent.Gradient).Code, run);

    private static void AllRun(CodeLanguage language, Func<IReadOnlyList<string>, IReadOnlyDictionary<int, string>> run) =>
        AllRun(Programs.In(language), Programs.Of("f(x, y) = sin(x)*y", language, CodeContent.Gradient).Code, run);

    private static void AllRun(IReadOnlyList<CodeProgram> programs, string wrong, Func<IReadOnlyList<string>, IReadOnlyDictionary<int, string>> run)
    {
        Assert.All(programs, program => Assert.True(program.Points > 0, $"{program.Definition} is compared nowhere."));
        var planted = WithLastNumberChanged(wrong);
        Assert.NotEqual(wrong, planted, StringComparer.Ordinal);

        var failures = run([.. programs.Select(static program => program.Code).Append(planted)]);

        Assert.True(failures.ContainsKey(programs.Count), $"A wrong number passes. {failures.GetValueOrDefault(-1)}");
        Assert.True(failures.Count == 1, string.Join('\n', failures.Where(failure => failure.Key != programs.Count).Take(8).Select(failure => failure.Key < 0
            ? failure.Value[..Math.Min(failure.Value.Length, 3000)]
            : $"{programs[failure.Key].Definition} ({programs[failure.Key].Content}): {failure.Value[..Math.Min(failure.Value.Length, 300)]}\n{programs[failure.Key].Code}")));
    }

    // The last long number of the program belongs to a comparison.
    private static string WithLastNumberChanged(string code)
    {
        const int afterPoint = 4;
        for (var i = code.Length - 1; i >= 0; i--)
        {
            if (code[i] != '.' || i + 8 > code.Length || code.AsSpan(i + 1, 7).ContainsAnyExceptInRange('0', '9')) continue;
            var place = i + afterPoint;
            return $"{code[..place]}{(char)('0' + ((code[place] - '0' + 1) % 10))}{code[(place + 1)..]}";
        }

        throw new InvalidOperationException("The program compares nothing.");
    }
}
