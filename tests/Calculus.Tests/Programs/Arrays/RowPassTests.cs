using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs.Arrays;
using Xunit;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>Rows of a matrix taken several at a time, and several steps over them in one pass: the bits are those of one after the other.</summary>
public sealed class RowPassTests
{
    [Fact]
    public void SeveralRowsAtOnceHaveTheBitsOfEachAlone()
    {
        var random = new Random(3);
        foreach (var length in Enumerable.Range(1, 40).Append(100).Append(257))
        {
            for (var rows = 1; rows <= 9; rows++)
            {
                var stride = length + (rows % 3);
                var (matrix, vector) = (Numbers(random, rows * stride), Numbers(random, length));
                var products = new double[rows * 2];
                VectorRows.Dot(matrix, stride, vector, products, 2, rows);
                for (var row = 0; row < rows; row++) Assert.Equal(Vectors.Dot(vector, matrix.AsSpan(row * stride, length)), products[2 * row]);

                var (numbers, together) = (Numbers(random, rows * 2), Numbers(random, length));
                double[] oneByOne = [.. together];
                VectorRows.AddScaled(numbers, 2, matrix, stride, rows, together);
                for (var row = 0; row < rows; row++) Vectors.AddScaled(numbers[2 * row], matrix.AsSpan(row * stride, length), oneByOne);
                Assert.Equal(oneByOne, together);
            }
        }
    }

    [Theory]
    [InlineData(1003, 100)]
    [InlineData(5000, 17)]
    [InlineData(70_001, 1)]
    [InlineData(8, 9000)]
    [InlineData(10_000, 7)]
    public void OnePassHasTheBitsOfItsSteps(int rows, int length)
    {
        var model = new ArrayFormulas();
        var (matrix, weights, labels) = (model.Datum("X", rows, length), model.Array("w", length), model.Datum("y", rows));
        var outputs = model.Graph.Contract(Rational.One, [new Factor(matrix, "ij"), new Factor(weights, "j")], "i");
        var residuals = Sigmoid.Of(model.Graph.Contract(Rational.One, [new Factor(outputs, "i"), new Factor(labels, "i")], "i")) - labels;
        var total = model.Graph.Contract(Rational.One, [new Factor(residuals, "i"), new Factor(residuals, "i")], "");
        var gradient = model.Graph.Contract(Rational.One, [new Factor(matrix, "ij"), new Factor(residuals, "i")], "j");

        var together = model.Compile(total, residuals, gradient);
        Assert.Equal((long)rows * length >= RowPass.Smallest && length > 1 ? 1 : 0, together.Passes);
        var values = together.Evaluate(model.Point, new Budget(ArrayFormulas.Roomy));

        var first = model.Compile(total, residuals);
        Assert.Equal(0, first.Passes);
        var alone = first.Evaluate(model.Point, new Budget(ArrayFormulas.Roomy));
        var second = new ArrayFormulas();
        var (sameMatrix, sameResiduals) = (second.Given("X", model.Data["X"]), second.Given("r", alone[1]));
        var sum = second.Run(second.Graph.Contract(Rational.One, [new Factor(sameMatrix, "ij"), new Factor(sameResiduals, "i")], "j"));
        Assert.Equal(alone[0].Entries, values[0].Entries);
        Assert.Equal(alone[1].Entries, values[1].Entries);
        Assert.Equal(sum, values[2].Entries);
    }

    [Fact]
    public void WhatNeedsTheWholeProductFirstIsNotJoined()
    {
        var model = new ArrayFormulas();
        var (matrix, weights) = (model.Datum("X", 1000, 100), model.Array("w", 100));
        var outputs = model.Graph.Contract(Rational.One, [new Factor(matrix, "ij"), new Factor(weights, "j")], "i");
        var shares = model.Graph.Reduce(Reduction.Softmax, outputs, [0]);
        var program = model.Compile(model.Graph.Contract(Rational.One, [new Factor(matrix, "ij"), new Factor(shares, "i")], "j"));
        Assert.Equal(0, program.Passes);
    }

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
}
