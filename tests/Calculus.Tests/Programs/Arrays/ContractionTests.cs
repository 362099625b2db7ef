using System.Diagnostics;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>Products of labelled arrays against the sum over all labels.</summary>
public sealed class ContractionTests
{
    [Theory]
    [InlineData("i,i->")]
    [InlineData("ij,j->i")]
    [InlineData("ij,i->j")]
    [InlineData("ij,jk->ik")]
    [InlineData("ij,jk->ki")]
    [InlineData("ji,jk->ik")]
    [InlineData("ij,kj->ik")]
    [InlineData("i,j->ij")]
    [InlineData("i,j->ji")]
    [InlineData("ij,i->ij")]
    [InlineData("ij,j->ij")]
    [InlineData("ij,ij->")]
    [InlineData("ij,ij->i")]
    [InlineData("ij,ij->j")]
    [InlineData("ij,ji->ij")]
    [InlineData("ij->ji")]
    [InlineData("ij->")]
    [InlineData("ij->i")]
    [InlineData("ij->j")]
    [InlineData("ii->i")]
    [InlineData("ii->")]
    [InlineData("i->ii")]
    [InlineData("i->iji")]
    [InlineData("->ii")]
    [InlineData("->ij")]
    [InlineData("i->ij")]
    [InlineData("i->ji")]
    [InlineData("ijk,k->ij")]
    [InlineData("ijk,jl->ilk")]
    [InlineData("bij,bjk->bik")]
    [InlineData("bij,bjk->ikb")]
    [InlineData("ib,ijb,jb->b")]
    [InlineData("ijkl,jl->ik")]
    [InlineData("ijkl,lkmi->jm")]
    [InlineData("ik,i,il->kl")]
    [InlineData("ik,il->kl")]
    [InlineData("i,ij,jk,kl,l->")]
    [InlineData("ij,ik,il->jkl")]
    [InlineData("ii,ij,jj->j")]
    [InlineData("ij,k,l->il")]
    public void Agrees_with_the_sum_over_all_labels(string product)
    {
        foreach (var rewriting in new[] { Rewriting.None, Rewriting.All })
        {
            foreach (var length in new[] { 3, 13 })
            {
                if (length == 13 && product.Distinct().Count(char.IsLetter) > 4) continue;
                var f = new ArrayFormulas(rewriting);
                f.AgreesWithLoops(Product(f, product, label => length + ((label - 'a') % 3)));
            }
        }
    }

    [Fact]
    public void Labels_of_chance_agree_with_the_sum_over_all_labels()
    {
        foreach (var rewriting in new[] { Rewriting.None, Rewriting.All })
        {
            for (var seed = 0; seed < 600; seed++)
            {
                var f = new ArrayFormulas(rewriting, seed);
                var length = Enumerable.Range(0, 6).Select(_ => f.Random.Next(1, 4)).ToArray();
                var factors = new List<Factor>();
                for (var i = f.Random.Next(2, 6); i > 0; i--)
                {
                    var labels = Labels(f.Random, f.Random.Next(0, 4));
                    Expression symbol = f.Array(FormattableString.Invariant($"v{(f.Random.Next(3) == 0 ? 0 : i)}_{string.Join('x', labels.Select(label => length[label - 'a']))}"), [.. labels.Select(label => length[label - 'a'])]);
                    factors.Add(new Factor(f.Random.Next(4) == 0 ? Sin.Of(symbol) : symbol, labels));
                }

                var lengths = Enumerable.Range(0, 6).ToDictionary(label => (char)('a' + label), label => new Dimension(length[label]));
                f.AgreesWithLoops(f.Graph.Contract(Rational.Of(3, 2), [.. factors], Labels(f.Random, f.Random.Next(0, 4)), lengths));
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 8, 300)]
    [InlineData(5, 9, 257)]
    [InlineData(65, 17, 33)]
    [InlineData(130, 600, 3)]
    [InlineData(67, 515, 260)]
    [InlineData(2, 300, 300)]
    [InlineData(300, 2, 300)]
    public void Blocks_fit_together(int rows, int columns, int bound)
    {
        foreach (var (left, right, @out) in new[] { ("ij", "jk", "ik"), ("ji", "jk", "ki"), ("ij", "kj", "ki"), ("ji", "kj", "ik") })
        {
            var f = new ArrayFormulas();
            int[] Lengths(string labels) => [.. labels.Select(label => label switch { 'i' => rows, 'k' => columns, _ => bound })];
            var (a, b) = (f.Array("A", Lengths(left)), f.Array("B", Lengths(right)));
            var product = f.Run(f.Graph.Contract(1, [new Factor(a, left), new Factor(b, right)], @out));
            var expected = new double[rows * columns];
            double[] x = f.Point[0].Entries, y = f.Point[1].Entries;
            for (var i = 0; i < rows; i++)
            {
                for (var k = 0; k < columns; k++)
                {
                    var total = 0.0;
                    for (var j = 0; j < bound; j++)
                        total += x[left[0] == 'i' ? (i * bound) + j : (j * rows) + i] * y[right[0] == 'j' ? (j * columns) + k : (k * bound) + j];
                    expected[@out[0] == 'i' ? (i * columns) + k : (k * rows) + i] = total;
                }
            }

            ArrayFormulas.Close(expected, product);
        }
    }

    [Fact]
    public void A_weighted_product_of_a_matrix_with_itself_takes_two_operations_an_entry_at_most()
    {
        var f = new ArrayFormulas();
        const int n = 10_000, d = 100;
        var (x, v) = (f.Datum("X", n, d), f.Array("v", n));
        var program = f.Compile(f.Graph.Contract(1, [new Factor(x, "ik"), new Factor(v, "i"), new Factor(x, "il")], "kl"));
        Assert.InRange(program.ProductOperations, 1, (long)(1.1 * 2 * n * d * d));
        var watch = Stopwatch.StartNew();
        var result = program.Evaluate(f.Point, new Budget(new Limits()))[0].Entries;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        var (xs, vs) = (f.Data["X"].Entries, f.Point[0].Entries);
        foreach (var (k, l) in new[] { (0, 0), (3, 77), (77, 3), (99, 99) })
            ArrayFormulas.Close([Enumerable.Range(0, n).Sum(i => xs[(i * d) + k] * vs[i] * xs[(i * d) + l])], [result[(k * d) + l]]);
    }

    [Fact]
    public void A_product_that_another_node_computes_is_not_computed_again()
    {
        foreach (var rewriting in new[] { Rewriting.None, Rewriting.All })
        {
            var f = new ArrayFormulas(rewriting);
            var (x, w) = (f.Datum("X", 50, 40), f.Array("w", 40));
            var values = f.Graph.Contract(1, [new Factor(x, "ij"), new Factor(w, "j")], "i");
            var normal = f.Graph.Contract(1, [new Factor(x, "ij"), new Factor(x, "ik"), new Factor(w, "k")], "j");
            Assert.Equal(2 * 2 * 50 * 40, f.Compile(normal).ProductOperations);
            Assert.Equal(2 * 2 * 50 * 40, f.Compile(normal, values, f.Graph.Total(Exp.Of(values))).ProductOperations);
            f.AgreesWithLoops(normal, values);
        }
    }

    [Fact]
    public void A_chain_is_multiplied_from_the_side_of_the_vector()
    {
        var f = new ArrayFormulas();
        Symbol a = f.Array("A", 50, 50), b = f.Array("B", 50, 50), v = f.Array("v", 50);
        var program = f.Compile(f.Graph.Contract(1, [new Factor(a, "ij"), new Factor(b, "jk"), new Factor(v, "k")], "i"));
        Assert.Equal(2 * 2 * 50 * 50, program.ProductOperations);
    }

    [Fact]
    public void A_product_of_many_factors_is_computed()
    {
        foreach (var rewriting in new[] { Rewriting.None, Rewriting.All })
        {
            var f = new ArrayFormulas(rewriting);
            var factors = Enumerable.Range(0, 14).Select(i => new Factor(f.Array(FormattableString.Invariant($"A{i}"), 3, 3), new string([(char)('a' + i), (char)('b' + i)]))).ToArray();
            var chain = f.Graph.Contract(1, factors, new string(['a', 'o']));
            double[] expected = [.. f.Point[0].Entries];
            foreach (var next in f.Point.Skip(1)) expected = [.. Enumerable.Range(0, 9).Select(e => Enumerable.Range(0, 3).Sum(k => expected[(e / 3 * 3) + k] * next.Entries[(k * 3) + (e % 3)]))];
            ArrayFormulas.Close(expected, f.Run(chain));
        }
    }

    [Fact]
    public void Being_called_off_ends_a_large_product()
    {
        var f = new ArrayFormulas();
        var a = f.Datum("A", 1000, 1000);
        var program = f.Compile(f.Graph.Contract(1, [new Factor(a, "ij"), new Factor(a, "jk")], "ik"));
        using var source = new CancellationTokenSource();
        source.CancelAfter(20);
        var watch = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(20)) program.Evaluate(f.Point, new Budget(ArrayFormulas.Roomy, source.Token));
        });
    }

    private static string Labels(Random random, int count) => new([.. Enumerable.Range(0, count).Select(_ => (char)('a' + random.Next(6)))]);

    private static Expression Product(ArrayFormulas f, string product, Func<char, int> lengthOf)
    {
        var sides = product.Split("->");
        var symbols = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        Factor[] factors = [.. sides[0].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(labels =>
        {
            // Equal lengths are one array: products of a matrix with itself are among them.
            int[] lengths = [.. labels.Select(lengthOf)];
            var name = "v" + string.Join('x', lengths);
            if (!symbols.TryGetValue(name, out var symbol)) symbols[name] = symbol = f.Array(name, lengths);
            return new Factor(symbol, labels);
        })];
        return f.Graph.Contract(1, factors, sides[1], sides[1].Distinct().ToDictionary(label => label, label => new Dimension(lengthOf(label))));
    }
}
