using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Programs.Compiled;
using Xunit;

namespace Calculus.Tests.Programs.Compiled;

/// <summary>Code that is kept for one program serves every other of its structure, with that one's numbers and functions, and no other.</summary>
public sealed class KeptCodeTests
{
    private const int Points = 700;

    [Theory]
    [InlineData("3*x^2 + 5*y", "7*x^2 + 11*y", true)]
    [InlineData("0.5*sin(2*x)*y", "0.25*sin(30*x)*y", true)]
    [InlineData("exp(2*x) + y", "tanh(5*x) + y", true)]
    [InlineData("x^2.5 + y", "x^3.5 + y", true)]
    [InlineData("atan2(3*x, y)", "atan2(9*x, y)", true)]
    [InlineData("sin(x)*cos(x) + y", "sin(x)*cos(y) + y", false)]
    [InlineData("sin(x)*cos(x) + y", "exp(x)*tanh(x) + y", false)]
    [InlineData("3*x + y", "x*y + 3", false)]
    [InlineData("max(x, y)", "max(x, y, 3)", false)]
    public void Another_program_finds_the_code_of_its_structure(string first, string second, bool isShared)
    {
        var kept = new Kept();
        foreach (var text in (string[])[first, second])
        {
            // Afterwards as before: with code that is found, and with the code that was made.
            Assert.Equal(Interpreted(text), Run(text, kept));
            Assert.Equal(Interpreted(text), Run(text, kept));
        }

        var structures = isShared ? 1 : 2;
        Assert.Equal((structures, structures), (kept.Of(CodeForm.Point), kept.Of(CodeForm.Block)));
    }

    [Fact]
    public void Code_over_entries_of_arrays_is_kept_too()
    {
        var kept = new Kept();
        foreach (var number in (string[])["3", "7.5", "1e10"])
        {
            var text = $"f(v) = sum(tanh({number}*v).*v)";
            var expected = OverArray(text, null);
            for (var times = 0; times < 2; times++) Assert.Equal(expected, OverArray(text, kept));
        }

        Assert.Equal(1, kept.Of(CodeForm.Columns));
        Assert.True(kept.Found > 0, "No code was found.");
    }

    [Fact]
    public void Nothing_is_kept_of_what_runs_seldom()
    {
        var kept = new Kept();
        var evaluator = Evaluator(Read("x*y + 2", kept), kept);
        for (var i = 0; i < 20; i++) evaluator.At([i, 2]);
        evaluator.AtMany([.. Enumerable.Range(0, 200)], 100);
        Assert.Equal((0, 0), (kept.Found, kept.Count));
    }

    [Fact]
    public void Many_short_runs_of_one_structure_count_together()
    {
        var kept = new Kept();
        var columns = new double[2 * Points];
        for (var i = 0; i < columns.Length; i++) columns[i] = i / 100.0;
        var runs = 0;
        for (; kept.Of(CodeForm.Block) == 0 && runs < 2_000; runs++) Evaluator(Read($"{3 + runs}.25*x*y + exp(x)", kept), kept).AtMany(columns, Points);
        Assert.InRange(runs, 10, 1_000);
        var found = kept.Found;
        Evaluator(Read("1.5*x*y + exp(x)", kept), kept).AtMany(columns, Points);
        Assert.Equal(found + 1, kept.Found);
    }

    // At points one by one and in a block, each so often that code is made.
    private static List<double> Run(string text, Kept? kept)
    {
        var evaluator = Evaluator(Read(text, kept), kept);
        var columns = new double[2 * Points];
        for (var i = 0; i < columns.Length; i++) columns[i] = ((i * 37 % 401) - 200) / 57.0;
        var results = new List<double>();
        for (var round = 0; round < 40; round++) results = [.. evaluator.AtMany(columns, Points)];
        for (var i = 0; i < 60_000; i++) evaluator.At([columns[i % Points], columns[Points + (i % Points)]]);
        for (var i = 0; i < Points; i++) results.Add(evaluator.At([columns[i], columns[Points + i]])[0]);
        for (var round = 0; round < 4_000; round++) evaluator.AtMany(columns, Points);
        results.AddRange(evaluator.AtMany(columns, Points));
        return results;
    }

    private static double[] Interpreted(string text)
    {
        var evaluator = Evaluator(Read(text, null), null);
        var columns = new double[2 * Points];
        for (var i = 0; i < columns.Length; i++) columns[i] = ((i * 37 % 401) - 200) / 57.0;
        double[] values = [.. Enumerable.Range(0, Points).Select(i => evaluator.At([columns[i], columns[Points + i]])[0])];
        return [.. values, .. values, .. values];
    }

    private static double OverArray(string text, Kept? kept)
    {
        var budget = Budget(kept);
        const int length = 300;
        var study = Study.Of(text, BindingContext.Empty with { Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["v"] = new Shape(length) } }, budget);
        var evaluator = Calculus.Programs.Evaluator.Of([study.Function], [study.Function.Graph.Symbol("v", SymbolRole.Variable, new Shape(length))], new Dictionary<string, ArrayValue>(StringComparer.Ordinal), budget);
        double[] point = [.. Enumerable.Range(0, length).Select(static i => (i - 150) / 50.0)];
        var value = 0.0;
        for (var i = 0; i < (kept is null ? 1 : 8_000); i++) value = evaluator.At(point)[0];
        return value;
    }

    private static Study Read(string text, Kept? kept) => Study.Of($"f(x, y) = {text}", BindingContext.Empty, Budget(kept));

    private static Evaluator Evaluator(Study study, Kept? kept) => Calculus.Programs.Evaluator.Of(
        [study.Function], [.. study.Variables.Select(name => study.Function.Graph.Symbol(name, SymbolRole.Variable))], new Dictionary<string, ArrayValue>(StringComparer.Ordinal), Budget(kept));

    private static Budget Budget(Kept? kept) => new(new Limits { Operations = 10_000_000_000 }) { Codes = kept };

    private sealed class Kept : ICodeStore
    {
        private readonly Dictionary<object, object> _code = [];
        private readonly HashSet<object> _made = [];

        public int Found { get; private set; }

        public int Count => _code.Count;

        public int Of(CodeForm form) => _made.Count(each => ((CodeStructure)each).Form == form);

        public object? Find(object structure)
        {
            var code = _code.GetValueOrDefault(structure);
            if (code is not null && _made.Contains(structure)) Found++;
            return code;
        }

        void ICodeStore.Keep(object structure, object code, long bytes)
        {
            Assert.InRange(bytes, 100, 100_000);
            var isCount = code is not System.Reflection.Emit.DynamicMethod && !code.GetType().Name.EndsWith("Block", StringComparison.Ordinal);
            Assert.True(isCount ? _code.TryAdd(structure, code) : _made.Add(structure), "Code was made although there was code.");
            _code[structure] = code;
        }
    }
}
