using System.Globalization;
using System.Runtime.CompilerServices;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests;

/// <summary>The C# that the documents show is run here, line by line as it stands there, and writes what the remarks beside it say.</summary>
public sealed class DocumentedCodeTests
{
    [Fact]
    public void The_readme_shows_what_is_run() => Check("README.md", FirstContact, Descents);

    [Fact]
    public void The_readme_of_the_package_shows_what_is_run() => Check("src/Calculus/PACKAGE.md", FirstContact, Studies);

    private static void FirstContact(StringWriter Console)
    {
        var f = Formula.Parse("x^2");
        Console.WriteLine($"{f.Derivative()} at 3 is {f.Derivative().At(3)}");
        foreach (var (variable, partial) in Formula.Parse("f(x, z) = 2z^3 x^2").Gradient())
            Console.WriteLine($"{variable}: {partial} = {partial.At(1, 2)}");
    }

    private static void Studies(StringWriter Console)
    {
        var study = Study.Of("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", BindingContext.Empty, new Budget(new Limits()));
        var derivative = study.Derivative("x");
        Console.WriteLine(study.Print(derivative).Text);
        foreach (var step in study.Explain.Derivative(derivative))
            Console.WriteLine(step.Rule.Title);
    }

    private static void Descents(StringWriter Console)
    {
        var budget = new Budget(new Limits());
        var bowl = Study.Of("f(x, y) = x^2 + 3y^2", BindingContext.Empty, budget);
        var rates = new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["lr"] = 0.1 };
        var path = Descent.Run(bowl.Objective(), [2, 1], Optimizers.Own.Named("sgd").Start(rates, 2), new(Steps: 100) { Stop = new(Gradient: 1e-6) }, budget);
        Console.WriteLine($"{path.Stop.Reason} after {path.Stop.Step} steps");
    }

    private static void Check(string document, params Action<StringWriter>[] parts)
    {
        var shown = CodeOf(document).ToList();
        Assert.NotEmpty(shown);
        var written = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var part in parts) part(written);

        // What a loop writes stands in one remark.
        Assert.Equal(shown.Where(static line => line.Remark.Length > 0).SelectMany(static line => line.Remark.Split(", ")), written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

        var run = File.ReadLines(Here()).Select(static line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.All(shown.Where(static line => line.Code.Length > 0), line => Assert.Contains(line.Code, run));
    }

    private static IEnumerable<(string Code, string Remark)> CodeOf(string document)
    {
        var isCode = false;
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", document)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = line is "```csharp";
            else if (isCode && line.Split(" // ") is [var code, .. var remark] && !code.StartsWith("using ", StringComparison.Ordinal)) yield return (code.Trim(), string.Concat(remark).Trim());
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
