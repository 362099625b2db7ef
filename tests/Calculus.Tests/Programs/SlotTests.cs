using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Programs;

/// <summary>Slots are used again, but never while something still needs what they hold.</summary>
public sealed class SlotTests
{
    [Fact]
    public void Every_node_of_a_random_graph_has_the_value_that_a_plain_walk_gives()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var f = new Formulas(Rewriting.None);
            List<Expression> nodes = [f.X, f.Y, f.Z];
            for (var i = 0; i < 150; i++) nodes.Add(Next(f, nodes, random));
            Expression[] outputs = [.. Enumerable.Range(0, 8).Select(_ => nodes[random.Next(nodes.Count)]), nodes[^1]];
            double[] point = [random.NextDouble(), random.NextDouble() - 0.5, random.NextDouble() * 3];
            var expected = Walk(f, point);
            Assert.Equal(outputs.Select(output => expected[output]), Formulas.Run(f.Compile(outputs), point));
        }
    }

    [Fact]
    public void A_chain_needs_one_slot()
    {
        var f = new Formulas();
        Expression chain = f.X;
        for (var i = 0; i < 1_000; i++) chain = Sin.Of(chain);
        var program = f.Compile(chain);
        Assert.Equal(3 + 1, program.Slots);
        Assert.Equal(1_000 + 1, program.InstructionCount);
    }

    [Fact]
    public void An_output_frees_its_slot()
    {
        var f = new Formulas();
        var program = f.Compile([.. Enumerable.Range(1, 100).Select(k => Sin.Of(k * f.X))]);
        Assert.Equal(3 + 1, program.Slots);
        Assert.Equal(Enumerable.Range(1, 100).Select(k => Sin.Function.Value(k * 0.3)), Formulas.Run(program, 0.3, 0, 0));
    }

    [Fact]
    public void What_no_output_rests_on_is_not_computed()
    {
        var f = new Formulas(Rewriting.None);
        var unused = Exp.Of(Sin.Of(f.X));
        Assert.Equal(2, f.Compile(f.Graph.Power(unused, 0)).InstructionCount);
    }

    [Fact]
    public void Outputs_may_be_inputs_numbers_and_the_same_node_twice()
    {
        var f = new Formulas();
        var sum = f.X + f.Y;
        Assert.Equal([4, 1, 3, 4, 2.5, 3], Formulas.Run(f.Compile(sum, f.X, f.Number(3), sum, f.A, f.Y), 1, 3, 0));
        Assert.Empty(Formulas.Run(f.Compile(), 1, 2, 3));
    }

    private static Expression Next(Formulas f, List<Expression> nodes, Random random)
    {
        Expression a = nodes[random.Next(nodes.Count)], b = nodes[random.Next(nodes.Count)];
        return random.Next(7) switch
        {
            0 => a + b,
            1 => a - b,
            2 => a * b,
            3 => f.Graph.Divide(a, b),
            4 => Cos.Of(a),
            5 => f.Graph.Choice(Less.Of(a, b), b, a),
            _ => f.Largest(a, b),
        };
    }

    private static Dictionary<Expression, double> Walk(Formulas f, double[] point)
    {
        var values = new Dictionary<Expression, double> { [f.X] = point[0], [f.Y] = point[1], [f.Z] = point[2] };
        foreach (var node in f.Graph.Nodes)
        {
            if (node is Symbol) continue;
            values[node] = node switch
            {
                Number number => number.Value.ToDouble(),
                Sum sum => sum.Terms.Select(term => term.Coefficient.ToDouble() * values[term.Of]).Aggregate((a, b) => a + b),
                Product { Factors: [var a, Call { Function: Power } power] } => values[a] / values[power.Arguments[0]],
                Product product => values[product.Factors[0]] * values[product.Factors[1]],
                Choice choice => values[choice.Condition] != 0 ? values[choice.Then] : values[choice.Otherwise],
                Call call => call.Function.Value([.. call.Arguments.Select(argument => values[argument])]),
                _ => throw new InvalidOperationException(node.GetType().Name),
            };
        }

        return values;
    }
}
