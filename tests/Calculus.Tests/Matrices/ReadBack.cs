using Calculus.Expressions;

namespace Calculus.Tests.Matrices;

/// <summary>What is printed reads back as a definition with the same values.</summary>
internal static class ReadBack
{
    /// <summary>The same definition with every name in its signature, so that a point can give each of them a value.</summary>
    public static Study WithLetters(this Study study, string shapes)
    {
        var names = Names(study, shapes);
        var definition = study.Definition.Text;
        var last = definition.LastIndexOf(';') + 1;
        var body = definition[(definition.IndexOf('=', last) + 1)..];
        return About.Shapes($"{definition[..last]} f({string.Join(", ", names)}) = {body}", shapes);
    }

    /// <summary>Reads a text under the shapes of a definition and compares values.</summary>
    public static void Check(Study study, string shapes, Expression formula, string text)
    {
        var names = Names(study, shapes);
        var last = text.LastIndexOf(';') + 1;
        var read = About.Shapes($"{text[..last]} g({string.Join(", ", names)}) = {text[last..]}", shapes);
        var original = study.WithLetters(shapes);
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var at = About.Draw(original.Variables.Select(original.ShapeOf), seed, 0.2, 1.8);
            // The formula belongs to another graph: its letters are variables here.
            var expected = original.Numbers(formula, at);
            var actual = read.ValuesAt([read.Function], at)[0];
            Xunit.Assert.Equal(expected.Shape, actual.Shape);
            About.Close(expected.Entries, actual.Entries, 1e-11, text);
        }
    }

    private static ArrayValue Numbers(this Study study, Expression formula, ArrayValue[] at)
    {
        var data = study.Variables.Select((name, i) => KeyValuePair.Create(name, at[i])).ToDictionary(StringComparer.Ordinal);
        var inputs = Reachable.From(formula).OfType<Symbol>().Where(symbol => data.ContainsKey(symbol.Name) && symbol.Role != SymbolRole.Constant).ToList();
        return Calculus.Programs.Arrays.ArrayProgram.Compile([formula], inputs, new Dictionary<string, ArrayValue>(StringComparer.Ordinal), Laws.Definitions.Budget())
            .Evaluate([.. inputs.Select(input => data[input.Name])], Laws.Definitions.Budget())[0];
    }

    private static List<string> Names(Study study, string shapes) => [.. study.Variables.Concat(About.Read(shapes).Keys).Distinct(StringComparer.Ordinal)];
}
