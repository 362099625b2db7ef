using Calculus.Budgets;
using Calculus.EntryByEntry;
using Calculus.Tests.CodeExport;
using Xunit;

namespace Calculus.Tests.EntryByEntry;

/// <summary>A function of vectors and matrices has the same values and slopes as the same function written out entry by entry.</summary>
public sealed class WrittenOutTests
{
    public static TheoryData<string, string, string> Definitions => [.. ArrayPrograms.Definitions];

    [Theory, MemberData(nameof(Definitions))]
    public void Values_and_slopes_are_the_same(string text, string variables, string data)
    {
        var whole = ArrayPrograms.StudyOf((text, variables, data));
        var written = whole.EntryByEntry();
        Assert.All(written.Variables, name => Assert.True(written.ShapeOf(name).IsScalar));
        var finite = 0;
        for (var draw = 1; draw <= 8; draw++)
        {
            double[] point = [.. Enumerable.Range(1, written.Variables.Count).Select(place => 0.2 + (1.3 * ((place * place * draw * 0.37) % 1)))];
            var expected = whole.ValuesAt([whole.Function], whole.ValuesOf(point))[0].Number;
            Close(expected, written.Evaluate([written.Function], point)[0]);
            if (double.IsFinite(expected)) finite++;
            double[] gradient = whole.Slopes(point), slopes = written.Slopes(point);
            Assert.Equal(gradient.Length, slopes.Length);
            for (var i = 0; i < gradient.Length; i++) Close(gradient[i], slopes[i]);
        }

        Assert.True(finite >= 3, "Nothing was compared.");
    }

    [Fact]
    public void Entries_are_named_by_their_place()
    {
        var written = ArrayPrograms.StudyOf(("f(A, b) = sum(A @ b)", "A=2x2 b=2", "")).EntryByEntry();
        Assert.Equal(["A_1_1", "A_1_2", "A_2_1", "A_2_2", "b_1", "b_2"], written.Variables);
    }

    [Fact]
    public void A_name_that_is_taken_is_not_taken_again()
    {
        var written = ArrayPrograms.StudyOf(("f(w, w_1) = sum(w)*w_1", "w=2 w_1=1", "")).EntryByEntry();
        Assert.Equal(["w_1_", "w_2", "w_1"], written.Variables);
    }

    [Theory]
    [InlineData("f(A) = det(A)", "A=5x5")]
    [InlineData("f(x) = x.^2", "x=3")]
    public void What_has_no_form_in_numbers_is_refused(string text, string variables) =>
        Assert.Throws<UnwritableException>(() => ArrayPrograms.StudyOf((text, variables, "")).EntryByEntry());

    [Fact]
    public void What_would_be_longer_than_a_definition_is_refused_before_it_is_written() =>
        Assert.Throws<LimitException>(() => ArrayPrograms.StudyOf(("f(A, B) = sum(A @ B)", "A=40x40 B=40x40", "")).EntryByEntry());

    private static void Close(double expected, double actual) =>
        Assert.True((double.IsNaN(actual) && double.IsNaN(expected)) || Math.Abs(actual - expected) <= 1e-10 * Math.Max(1, Math.Abs(expected)), $"{actual} is not {expected}.");
}
