using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Binding.Arrays;

/// <summary>
/// Losses of a prediction against a target, as PyTorch defines them, written out in forms that neither overflow nor cancel. Means are
/// over all entries; 0·log 0 is 0.
/// </summary>
internal static class Losses
{
    private static readonly FunctionParameter s_predicted = new("p"), s_target = new("t"), s_logits = new("z");

    public static IReadOnlyList<ArrayFunction> All { get; } =
    [
        new("mse", [s_predicted, s_target], @"\frac{1}{n} \sum_i (p_i - t_i)^2", "The mean of the squared differences.", "mse(v, w)",
            static call => Mean(call, static (_, p, t) => p.Graph.Power(p - t, 2))),
        new("mae", [s_predicted, s_target], @"\frac{1}{n} \sum_i |p_i - t_i|", "The mean of the absolute differences.", "mae(v, w)",
            static call => Mean(call, static (_, p, t) => Abs.Of(p - t))),
        new("rmse", [s_predicted, s_target], @"\sqrt{\frac{1}{n} \sum_i (p_i - t_i)^2}", "The root of the mean of the squared differences.", "rmse(v, w)", Rmse),
        new("huber", [s_predicted, s_target, new("delta", "1")], @"\frac{1}{n} \sum_i h_\delta(p_i - t_i)", "Half the square near 0, a straight line beyond delta: outliers weigh less.", "huber(v, w)", Huber),
        new("log_cosh", [s_predicted, s_target], @"\frac{1}{n} \sum_i \log\cosh(p_i - t_i)", "The mean of log cosh of the differences: like a square near 0, like a straight line far away, and smooth in between.", "log_cosh(v, w)",
            static call => Mean(call, static (graph, p, t) => LogCosh(graph, p - t))),
        new("log_loss", [s_predicted, s_target], @"-\frac{1}{n} \sum_i t_i \log p_i + (1 - t_i) \log(1 - p_i)", "The mean binary cross-entropy of probabilities; infinite for a mistake made with certainty.", "log_loss(sigmoid(v), w)",
            static call => Mean(call, LogLoss)) { Aliases = ["bce"] },
        new("log_loss_with_logits", [s_logits, s_target], @"\frac{1}{n} \sum_i \log(1 + e^{z_i}) - t_i z_i", "The mean binary cross-entropy of logits, stable for all of them.", "log_loss_with_logits(v, w)",
            static call => Mean(call, static (_, z, t) => Softplus.Of(z) - (t * z))) { Aliases = ["bce_with_logits"] },
        new("cross_entropy", [s_logits, s_target], @"-\sum_i t_i \log \operatorname{softmax}(z)_i", "The cross-entropy of logits against one-hot targets; for a matrix, the mean over the rows, against one-hot rows or a vector of class labels from 0 on.", "cross_entropy(v, w)", CrossEntropy),
        new("categorical_cross_entropy", [s_predicted, s_target], @"-\sum_i t_i \log p_i", "The cross-entropy of probabilities against one-hot targets; for a matrix, the mean over the rows, against one-hot rows or a vector of class labels from 0 on.", "categorical_cross_entropy(softmax(v), w)",
            static call => PerRow(call, call[0], static (t, p) => TimesLogarithm(t, p))),
        new("kl", [s_predicted, s_target], @"\sum_i t_i \log \frac{t_i}{p_i}", "How far the distribution p is from the target t (Kullback-Leibler divergence).", "kl(softmax(v), softmax(w))", Kl),
        new("hinge", [s_predicted, s_target], @"\frac{1}{n} \sum_i \max(0, 1 - t_i p_i)", "The mean hinge loss; targets are -1 and 1.", "hinge(v, w)",
            static call => Mean(call, static (graph, p, t) => graph.Call(Relu.Function, 1 - (t * p)))),
        new("error_rate", [s_predicted, s_target], @"\frac{1}{n} \#\{i : (p_i > 0.5) \ne t_i\}", "The share of wrong answers; for a matrix, the share of rows whose largest entries are in other places than the target's, or than its class labels from 0 on.", "error_rate(v, w)", ErrorRate),
    ];

    private static Bound Mean(ArrayCall call, Func<Graph, Expression, Expression, Expression> entry)
    {
        call.ExpectAlike(0, 1);
        return Totals.Mean(call, call.EntryByEntry(parts => entry(call.Graph, parts[0], parts[1])));
    }

    // ‖p − t‖/√n: no square leaves the doubles, and at the target the gradient is that of a norm, 0.
    private static Bound Rmse(ArrayCall call)
    {
        call.ExpectAlike(0, 1);
        var difference = call.EntryByEntry(static parts => parts[0] - parts[1]);
        var norm = call.Reduce(Reduction.Norm, difference);
        return norm with { Value = call.Graph.Multiply(call.Graph.Power(call.CountOf(difference), Rational.Of(-1, 2)), norm.Value) };
    }

    private static Bound Huber(ArrayCall call)
    {
        call.ExpectAlike(0, 1);
        if (call.Count > 2) call.Expect(2, 0, "a number for delta");
        return Totals.Mean(call, call.EntryByEntry(parts =>
        {
            var (graph, r) = (call.Graph, parts[0] - parts[1]);
            var (size, delta) = (Abs.Of(r), parts.Length > 2 ? parts[2] : graph.One);
            return graph.Choice(LessOrEqual.Of(size, delta), Rational.Of(1, 2) * graph.Power(r, 2), delta * (size - (Rational.Of(1, 2) * delta)));
        }));
    }

    // log cosh r = r + log(1 + e^(−2r)) − log 2
    private static Expression LogCosh(Graph graph, Expression r) => r + Softplus.Of(-2 * r) - Log.Of(graph.Number(2));

    // For a logistic function of z: log(1 + e^z) − t·z.
    private static Expression LogLoss(Graph graph, Expression p, Expression t) => p is Call { Function: Sigmoid, Arguments: [var z] }
        ? Softplus.Of(z) - (t * z)
        : -TimesLogarithm(t, p) - TimesLogarithm(1 - t, 1 - p);

    // t·log p, 0 where t is 0; the logarithms of exponentials and of softmax are known.
    private static Expression TimesLogarithm(Expression t, Expression p)
    {
        var graph = p.Graph;
        if (p is Call { Function: Exp, Arguments: [var exponent] }) return t * exponent;
        var logarithm = Log.Of(p);
        return logarithm.Facts.IsTotal() ? t * logarithm : graph.Choice(Equal.Of(t, graph.Zero), graph.Zero, t * logarithm);
    }

    // With class labels: log Σ e^z less the label's own z, so that the gradient has softmax(z) less the one-hot rows.
    private static Bound CrossEntropy(ArrayCall call)
    {
        if (!HasLabels(call)) return PerRow(call, Totals.LogSoftmax(call, call[0]), static (t, logarithm) => t * logarithm);
        var own = call.EntryByEntry([ClassLabels.OneHot(call, 1, call[0].Shape[1]), call[0]], static parts => parts[0] * parts[1]);
        var rows = call.EntryByEntry([Totals.LogSumExp(call, call[0]), call.Sum(own, 1)], static parts => parts[0] - parts[1]);
        return Totals.Mean(call, rows);
    }

    private static bool HasLabels(ArrayCall call) => call[0].Rank == 2 && call[1] is { Rank: 1, IsRow: false } && call[0].Shape[0] == call[1].Shape[0];

    private static Bound PerRow(ArrayCall call, Bound logarithms, Func<Expression, Expression, Expression> entry)
    {
        var target = HasLabels(call) ? ClassLabels.OneHot(call, 1, call[0].Shape[1]) : call[1];
        if (call[0].Rank == 0 || call[0].Shape != target.Shape) throw call.RefusePair(0, 1, "two vectors, two matrices of the same shape, or a matrix and a label for each of its rows");
        var sum = Totals.Sum(call, call.EntryByEntry([target, logarithms], parts => entry(parts[0], parts[1])));
        var share = call[0].Rank == 2 ? call.Share(call[0], 0) : call.Graph.One;
        return sum with { Value = -call.Graph.Multiply(share, sum.Value) };
    }

    private static Bound Kl(ArrayCall call)
    {
        call.ExpectAlike(0, 1);
        return Totals.Sum(call, call.EntryByEntry(static parts => TimesLogarithm(parts[1], parts[1]) - TimesLogarithm(parts[1], parts[0])));
    }

    private static Bound ErrorRate(ArrayCall call)
    {
        var graph = call.Graph;
        var hasLabels = HasLabels(call) && !((Extent)call[0]).IsColumn;
        if (!hasLabels) call.ExpectAlike(0, 1);
        if (call[0].Rank == 2)
        {
            var target = hasLabels ? ClassLabels.OneHot(call, 1, call[0].Shape[1]) : call[1];
            Bound[] places = [call.Reduce(Reduction.ArgMax, call[0], 1), call.Reduce(Reduction.ArgMax, target, 1)];
            return Totals.Mean(call, call.EntryByEntry(places, parts => graph.Choice(NotEqual.Of(parts[0], parts[1]), graph.One, graph.Zero)));
        }

        return Totals.Mean(call, call.EntryByEntry(parts =>
        {
            var answer = graph.Choice(Less.Of(graph.Number(Rational.Of(1, 2)), parts[0]), graph.One, graph.Zero);
            return graph.Choice(NotEqual.Of(answer, parts[1]), graph.One, graph.Zero);
        }));
    }
}
