using Calculus.Learning;
using Calculus.Learning.Tables;
using Xunit;

namespace Calculus.Tests.Learning;

public sealed class ExamplesTests
{
    private static Table People => new([new("height", [1.5, 1.8, 1.7]), new("age", [30, 40, 50]), new("kind", (string[])["b", "a", "b"])], "dataset");

    [Fact]
    public void Classes_are_whole_numbers_by_size_or_texts_by_letters()
    {
        var texts = Examples.Of(People, ["age"], "kind", areClasses: true);
        var numbers = Examples.Of(new Table([new("x", [1, 2, 3]), new("y", [10, -1, 9])], "dataset"), null, null, areClasses: true);
        var written = Examples.Of(new Table([new("x", [1, 2, 3]), new("y", (string[])["10", "9", "9.0"])], "dataset"), null, null, areClasses: true);

        Assert.Equal(["a", "b"], texts.Classes);
        Assert.Equal([1, 0, 1], texts.Targets);
        Assert.Equal(["-1", "9", "10"], numbers.Classes);
        Assert.Equal([2, 0, 1], numbers.Targets);
        Assert.Equal(["9", "10"], written.Classes);
        Assert.Equal([1, 0, 0], written.Targets);
    }

    [Theory]
    [InlineData(new[] { "1", "2", "two" }, true)]
    [InlineData(new[] { "1", "2", "3" }, false)]
    [InlineData(new[] { "1.5", "2", "two" }, false)]
    [InlineData(new[] { "a", "b" }, true)]
    public void Texts_can_only_be_meant_as_labels_unless_a_number_has_a_fraction(string[] column, bool expected)
    {
        Assert.Equal(expected, Examples.HasLabels(new Table([new Column("y", column)], "dataset"), null));
    }

    [Theory]
    [InlineData(null, "height", "Row 1 (kind) is 'b', which is not a number.", "dataset")]
    [InlineData("weight", "height", "There is no column 'weight'; there are height, age, kind.", "dataset.features[0]")]
    [InlineData("height", "height", "'height' is the target; it cannot be a feature too.", "dataset.features[0]")]
    [InlineData("age,age", "height", "'age' is named twice.", "dataset.features[1]")]
    [InlineData("", "height", "Name at least one feature.", "dataset.features")]
    [InlineData("age", "weight", "There is no column 'weight'; there are height, age, kind.", "dataset.target")]
    public void What_does_not_fit_is_named(string? features, string target, string message, string field)
    {
        var refused = Assert.Throws<LearningException>(() => Examples.Of(People, features?.Split(',', StringSplitOptions.RemoveEmptyEntries), target, areClasses: false));

        Assert.Equal((message, field), (refused.Message, refused.Field));
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 1 }, "Every row of 'y' is of the class '1'; there is nothing to tell apart.", "dataset.target")]
    [InlineData(new double[] { 1, 0, 0.5 }, "Row 3 (y) is 0.5; classes are named by whole numbers or by texts.", "dataset")]
    public void What_names_no_classes_is_refused(double[] labels, string message, string field)
    {
        var refused = Assert.Throws<LearningException>(() => Examples.Of(new Table([new("x", [1, 2, 3]), new("y", labels)], "dataset"), null, null, areClasses: true));

        Assert.Equal((message, field), (refused.Message, refused.Field));
    }

    [Fact]
    public void A_table_of_one_column_has_nothing_to_predict_from()
    {
        var refused = Assert.Throws<LearningException>(static () => Examples.Of(new Table([new Column("y", [1, 2])], "dataset"), null, null, areClasses: false));

        Assert.Equal("dataset.features", refused.Field);
    }

    [Fact]
    public void Standardised_features_have_mean_0_and_deviation_1_over_the_training_examples_alone()
    {
        var examples = new Examples(["a", "b", "c"], "y", [1, 5, 1e9, 3, 5, 1e9 + 2, 100, 6, 0], [0, 0, 0], []);
        var train = examples.At([0, 1]);
        var standardization = Standardization.Of(train);

        Assert.Equal([2, 5, 1e9 + 1], standardization.Mean);
        Assert.Equal([1, 1, 1], standardization.Deviation);
        Assert.Equal([-1, 0, -1, 1, 0, 1], standardization.Apply(train).Inputs);
        Assert.Equal([98, 1, -1e9 - 1], standardization.Apply(examples.At([2])).Inputs);
    }

    [Fact]
    public void A_constant_feature_is_moved_to_0_although_its_mean_is_rounded()
    {
        var standardized = Standardization.Of(new Examples(["a"], "y", [0.1, 0.1, 0.1], [0, 0, 0], []));

        Assert.Equal([1], standardized.Deviation);
    }

    [Fact]
    public void Numbers_without_a_deviation_are_refused()
    {
        var refused = Assert.Throws<LearningException>(static () => Standardization.Of(new Examples(["a"], "y", [1e300, -1e300], [0, 0], [])));

        Assert.Equal("standardize", refused.Field);
    }

    [Theory]
    [InlineData(10, 0.25, 3)]
    [InlineData(10, 0.01, 1)]
    [InlineData(1_000, 0.2, 200)]
    public void A_split_has_every_example_once(int count, double share, int test)
    {
        var split = Split.Of(count, share, 4);

        Assert.Equal(test, split.Test.Length);
        Assert.Equal(Enumerable.Range(0, count), split.Train.Concat(split.Test).Order());
        Assert.Equal(split.Test, Split.Of(count, share, 4).Test);
        if (count > 10) Assert.NotEqual(split.Test, Split.Of(count, share, 5).Test);
    }

    [Fact]
    public void A_split_leaves_something_to_learn_from()
    {
        Assert.Equal("test", Assert.Throws<LearningException>(static () => Split.Of(2, 0.9, 0)).Field);
    }

    [Fact]
    public void An_epoch_takes_each_example_once_and_leaves_out_what_fills_no_batch()
    {
        var batches = new Batches(10, 3, 2);

        Assert.Equal(3, batches.StepsOfEpoch);
        int[] Epoch(int number) => [.. Enumerable.Range(0, 3).SelectMany(step => batches.At((number * 3) + step).ToArray())];
        Assert.Equal(9, Epoch(0).Distinct().Count());
        Assert.NotEqual(Epoch(0), Epoch(1));
        Assert.Equal(Epoch(5), Epoch(5));
    }
}
