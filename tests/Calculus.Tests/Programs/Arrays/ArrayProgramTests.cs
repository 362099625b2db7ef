using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;
using Calculus.Programs.Arrays;
using Xunit;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>Symbols, budgets, limits, and where a value was lost.</summary>
public sealed class ArrayProgramTests
{
    private static readonly Dictionary<string, ArrayValue> s_nothing = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("k", SymbolRole.Parameter)]
    [InlineData("w", SymbolRole.Variable)]
    [InlineData("b", SymbolRole.Datum)]
    [InlineData("phi", SymbolRole.Constant)]
    [InlineData("n", SymbolRole.Dimension)]
    public void A_letter_without_a_value_is_named(string name, SymbolRole role)
    {
        var graph = new Graph(new Budget(ArrayFormulas.Roomy));
        var formula = Sin.Of(graph.Symbol(name, role));
        Assert.Equal(name, Assert.Throws<UnboundSymbolException>(() => Compile(formula, s_nothing)).Name);
    }

    [Fact]
    public void Constants_ranges_and_lengths_have_values()
    {
        var graph = new Graph(new Budget(ArrayFormulas.Roomy));
        var n = new Dimension(0, "n");
        Expression i = graph.Symbol("i", SymbolRole.IndexRange, new Shape(n)), x = graph.Symbol("x", SymbolRole.Datum, new Shape(n));
        var data = new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { ["x"] = ArrayValue.Of([2.0, 4, 6]) };
        Assert.Equal([3.0, 6, 9], Run(i * graph.Symbol("n", SymbolRole.Dimension), data));
        Assert.Equal([28.0], Run(graph.Total(i * x), data));
        Assert.Equal([Math.PI, Math.E], Run(graph.Stack(0, graph.Symbol("pi", SymbolRole.Constant), graph.Symbol("e", SymbolRole.Constant)), data));
        Assert.Equal([1.0, 2], Run(i, new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { ["n"] = ArrayValue.Of(2) }));
        Assert.Equal("n", Assert.Throws<UnboundSymbolException>(() => Run(i, s_nothing)).Name);
    }

    [Fact]
    public void Values_of_another_shape_are_refused()
    {
        var f = new ArrayFormulas();
        var program = f.Compile(Sin.Of(f.Array("x", 3)));
        Assert.Throws<ArgumentException>(() => program.Evaluate([ArrayValue.Of([1.0, 2])], new Budget(ArrayFormulas.Roomy)));
        Assert.Throws<ArgumentException>(() => program.Evaluate([], new Budget(ArrayFormulas.Roomy)));
        var datum = f.Graph.Symbol("d", SymbolRole.Datum, new Shape(4));
        Assert.Throws<ArgumentException>(() => Compile(Sin.Of(datum), new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { ["d"] = ArrayValue.Of(1) }));
    }

    [Fact]
    public void The_work_is_paid_for_before_it_is_begun()
    {
        var f = new ArrayFormulas();
        var x = f.Array("X", 100, 100);
        var program = f.Compile(f.Graph.Contract(1, [new Factor(x, "ij"), new Factor(x, "jk")], "ik"), Sin.Of(x));
        Assert.Equal(2 * 100 * 100 * 100, program.ProductOperations);
        Assert.True(program.Operations > program.ProductOperations);
        var refusal = Assert.Throws<LimitException>(() => program.Evaluate(f.Point, new Budget(new Limits { Operations = program.Operations - 1 })));
        Assert.Equal(("operations", program.Operations), (refusal.Limit, refusal.Asked));
        program.Evaluate(f.Point, new Budget(new Limits { Operations = program.Operations }));
    }

    [Fact]
    public void More_entries_than_may_be_held_are_refused_before_they_are_made()
    {
        var f = new ArrayFormulas();
        Expression x = f.Array("x", 10_000), large = f.Graph.Contract(1, [new Factor(x, "i"), new Factor(x, "j")], "ij");
        f.Compile(large);
        var cube = f.Graph.Contract(1, [new Factor(x, "i"), new Factor(x, "j"), new Factor(x, "k"), new Factor(x, "l")], "ijkl");
        Assert.Equal("arrayEntries", Assert.Throws<LimitException>(() => ArrayProgram.Compile([cube], f.Inputs, f.Data, new Budget(ArrayFormulas.Roomy))).Limit);
        Assert.Throws<LimitException>(() => ArrayProgram.Compile([Sin.Of(large)], f.Inputs, f.Data, new Budget(new Limits { ArrayEntries = 150_000_000 })));
        var held = ArrayProgram.Compile([f.Graph.Total(Sin.Of(Exp.Of(x)))], f.Inputs, f.Data, new Budget(ArrayFormulas.Roomy)).EntriesHeld;
        Assert.InRange(held, 10_000, 20_000);
    }

    [Fact]
    public void Being_called_off_ends_compiling_and_running()
    {
        var f = new ArrayFormulas();
        Expression x = f.Array("x", 10), chain = x;
        for (var i = 0; i < 1000; i++) chain = Sin.Of(f.Graph.Total(chain) * x);
        var off = new Budget(ArrayFormulas.Roomy, new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(() => ArrayProgram.Compile([chain], f.Inputs, f.Data, off));
        var program = f.Compile(chain);
        Assert.Throws<OperationCanceledException>(() => program.Evaluate(f.Point, off));
    }

    [Fact]
    public void Deep_formulas_run_on_a_small_stack() => Formulas.OnSmallStack(() =>
    {
        var f = new ArrayFormulas();
        Expression x = f.Array("x", 4), chain = x;
        for (var i = 0; i < 3000; i++) chain = Sin.Of(chain) + x;
        for (var i = 0; i < 1000; i++) chain = Sin.Of(f.Graph.Contract(1, [new Factor(chain, "i"), new Factor(x, "i")], "")) * x;
        f.AgreesWithLoops(chain);
    });

    [Fact]
    public void The_place_where_a_value_was_lost_is_named()
    {
        var f = new ArrayFormulas();
        var g = f.Graph;
        Expression x = f.Vector("x", 1, -2, 3), w = f.Vector("w", 1, double.NaN, 1), y = f.Vector("y", 1, 2, 3);
        var log = Log.Of(x);
        var inverse = g.MatrixFunction(MatrixOperation.Inverse, g.Contract(1, [new Factor(y, "i"), new Factor(y, "j")], "ij"));
        Assert.Null(First(Sin.Of(y)));
        Assert.Same(log, First(Sin.Of(g.Total(log * y))));
        Assert.Same(w, First(g.Total(w * Sin.Of(y)) + 1));
        Assert.Same(log, First(g.Take(log, new Selection(1, 1, 2, 3))));
        Assert.Null(First(g.Take(log, new Selection(0, 2, 2, 3))));
        Assert.Null(First(g.Choice(g.Call(Less.Function, x, g.Zero), y, log)));
        Assert.Same(inverse, First(g.Total(inverse)));
        Assert.Same(log, First(g.Stack(0, y, Exp.Of(log))));
        Expression? First(Expression output) => f.Compile(output).FirstNonFinite(f.Point, new Budget(ArrayFormulas.Roomy));
    }

    [Fact]
    public void A_program_runs_again_and_on_many_threads_to_the_last_bit()
    {
        var f = new ArrayFormulas();
        Expression x = f.Array("X", 70, 90), w = f.Array("w", 90);
        var z = g(x, w);
        var program = f.Compile(z, f.Graph.Contract(1, [new Factor(x, "ij"), new Factor(x, "ik")], "jk"), f.Graph.Total(Exp.Of(z)));
        var first = program.Evaluate(f.Point, new Budget(ArrayFormulas.Roomy));
        Parallel.For(0, 20, _ =>
        {
            var again = program.Evaluate(f.Point, new Budget(ArrayFormulas.Roomy));
            for (var output = 0; output < first.Length; output++) Assert.Equal(first[output].Entries, again[output].Entries);
        });
        Expression g(Expression a, Expression b) => f.Graph.Contract(1, [new Factor(a, "ij"), new Factor(b, "j")], "i");
    }

    private static ArrayProgram Compile(Expression output, Dictionary<string, ArrayValue> data) => ArrayProgram.Compile([output], [], data, new Budget(ArrayFormulas.Roomy));

    private static double[] Run(Expression output, Dictionary<string, ArrayValue> data) => Compile(output, data).Evaluate([], new Budget(ArrayFormulas.Roomy))[0].Entries;
}
