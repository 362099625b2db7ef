using Calculus.Learning;
using Xunit;

namespace Calculus.Tests.Learning;

public sealed class ScoresTests
{
    [Fact]
    public void The_root_of_the_mean_squared_error_is_that_of_a_hand()
    {
        Assert.Equal(Math.Sqrt(5.0 / 3), Scores.RootMeanSquare([1, 2, 3], [1, 4, 2]), 1e-15);
    }

    [Fact]
    public void Of_two_classes_the_second_is_chosen_above_0()
    {
        Assert.Equal([0, 0, 1, -1], Scores.Chosen([-1, 0, 0.1, double.NaN], 4));
    }

    [Fact]
    public void Of_several_classes_the_one_with_the_largest_logit_is_chosen()
    {
        Assert.Equal([2, 0, -1], Scores.Chosen([1, 2, 3, 4, 4, 1, 1, double.NaN, 0], 3));
    }

    [Fact]
    public void Accuracy_and_confusion_count_what_was_chosen()
    {
        int[] chosen = [0, 1, 1, 2, -1];
        double[] targets = [0, 1, 0, 1, 2];

        Assert.Equal(3, Scores.Wrong(chosen, targets));
        Assert.Equal([[1, 1, 0], [0, 1, 1], [0, 0, 0]], Scores.Confusion(chosen, targets, 3));
    }
}
