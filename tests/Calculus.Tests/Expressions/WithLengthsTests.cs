using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Programs.Arrays;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Calculus.Tests.Matrices;
using Calculus.Tests.Verification;
using Xunit;

namespace Calculus.Tests.Expressions;

/// <summary>A formula whose lengths are letters, made again with numbers for them, has the values of its text read back where they are numbers.</summary>
public sealed class WithLengthsTests
{
    private const string Shapes = "X=nxd w=d y=n Y=nxm W=dxm S=dxd x=n";

    private static readonly int[][] s_numbers = [[8, 3, 4], [7, 9, 8], [13, 11, 12]];

    public static TheoryData<string> EveryDefinition => [.. LetteredLengthTests.Definitions.Concat(LetteredLengthTests.ArrayDefinitions)];

    [Theory, MemberData(nameof(EveryDefinition))]
    public void Values_are_those_of_the_text_read_back(string text)
    {
        var study = About.Shapes(text, Shapes);
        string[] variables = [.. study.Variables];
        List<Expression> formulas = [study.Function, .. study.Gradient(variables).Select(static partial => partial.Formula)];
        if (study.Function.Shape.IsScalar) formulas.AddRange(study.Hessian(variables).SelectMany(static row => row.Select(static block => block.Formula)));
        foreach (var numbers in s_numbers)
        {
            var lengths = new Dictionary<string, int>(StringComparer.Ordinal) { ["n"] = numbers[0], ["d"] = numbers[1], ["m"] = numbers[2] };
            foreach (var formula in formulas) Agree(study, formula, lengths, seed: numbers[0]);
        }
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void No_letter_stays(string text)
    {
        var study = About.Shapes(text, Shapes);
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal) { ["n"] = 8, ["d"] = 3, ["m"] = 4 };
        foreach (var formula in study.Gradient([.. study.Variables]).Select(static partial => partial.Formula).Prepend(study.Function))
        {
            var made = WithLengths.In(new Graph(Definitions.Budget()), lengths, formula)[formula];
            Assert.Empty(WithLengths.Letters(made));
            Assert.Equal(formula.Shape.Rank, made.Shape.Rank);
            Assert.DoesNotContain(Reachable.From(made), static node => node is Symbol { Role: SymbolRole.Dimension });
        }
    }

    private static void Agree(Study study, Expression formula, Dictionary<string, int> lengths, int seed)
    {
        var shapes = About.Read(Shapes).ToDictionary(
            static entry => entry.Key, entry => new Shape([.. entry.Value.Dimensions.ToArray().Select(length => new Dimension(lengths[length.Name!]))]), StringComparer.Ordinal);
        var made = WithLengths.In(new Graph(Definitions.Budget()), lengths, formula)[formula];
        var printed = study.Print(formula).Text;
        var read = ReadBack(printed, [.. study.Variables], shapes, lengths);
        Assert.Equal(read.Shape, made.Shape);

        var values = shapes.Keys.Zip(About.Draw(shapes.Values, seed, 0.2, 1.8)).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        foreach (var (letter, length) in lengths) values[letter] = ArrayValue.Of(length);
        var (expected, actual) = (Value(read, values), Value(made, values));
        Assert.True(Array.TrueForAll(expected.Entries, double.IsFinite), printed);
        About.Close(expected.Entries, actual.Entries, 1e-11, printed);
    }

    // As a text is read: under the signature of the variables, a letter being the number that it stands for.
    private static Expression ReadBack(string printed, string[] variables, Dictionary<string, Shape> shapes, Dictionary<string, int> lengths)
    {
        var budget = Definitions.Budget();
        var data = lengths.ToDictionary(static pair => pair.Key, static pair => (double)pair.Value, StringComparer.Ordinal);
        var declared = data.Keys.Concat(shapes.Keys).ToHashSet(StringComparer.Ordinal);
        var last = printed.LastIndexOf(';') + 1;
        var definition = DefinitionParser.Parse($"{printed[..last]} formula({string.Join(", ", variables)}) = {printed[last..]}", new Vocabulary(Binder.FunctionNames, declared), budget);
        return Binder.Bind(definition, new BindingContext(data, new HashSet<string>(StringComparer.Ordinal)) { Shapes = shapes }, new Graph(budget)).Function;
    }

    private static ArrayValue Value(Expression formula, Dictionary<string, ArrayValue> values)
    {
        Symbol[] inputs = [.. Reachable.From(formula).OfType<Symbol>().Where(symbol => values.ContainsKey(symbol.Name))];
        return ArrayProgram.Compile([formula], inputs, new Dictionary<string, ArrayValue>(StringComparer.Ordinal), Definitions.Budget())
            .Evaluate([.. inputs.Select(input => values[input.Name])], Definitions.Budget())[0];
    }
}
