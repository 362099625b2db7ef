using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;

namespace CalcApi.Train;

/// <summary>Asks for a model to be trained on a data set.</summary>
public sealed record TrainRequest : IFunctionInFormat
{
    /// <summary>What is trained: a model by its name, or a loss of one's own.</summary>
    public required ModelRequest Model { get; init; }

    /// <summary>The notation of a loss of one's own: text, latex, python or javascript; where it is left out the text shows it. Nothing of it is run.</summary>
    [Words("text", "latex", "python", "javascript")]
    public string? Format { get; init; }

    /// <summary>What it learns from: a data set by its name, columns, or text in columns.</summary>
    public required DatasetRequest Dataset { get; init; }

    /// <summary>A name from the catalogue of losses; where left out, mse for quantities, log_loss for two classes and cross_entropy for several.</summary>
    public string? Loss { get; init; }

    /// <summary>The optimizer with its parameters.</summary>
    public required OptimizerRequest Optimizer { get; init; }

    /// <summary>The most steps, from 0 to 1,000,000.</summary>
    public required int Steps { get; init; }

    /// <summary>How many examples each step learns from; all where left out. Each epoch takes all examples in a random order, and leaves out those that do not fill a batch at its end.</summary>
    public int? Batch { get; init; }

    /// <summary>Where the random numbers for the split, the first weights and the batches begin; 0 where left out. The same seed gives the same training.</summary>
    public int? Seed { get; init; }

    /// <summary>Whether features are brought to mean 0 and standard deviation 1 first; false where left out.</summary>
    public bool? Standardize { get; init; }

    /// <summary>The share of the examples that are kept for testing, from 0 to below 1; none where left out.</summary>
    public double? Test { get; init; }

    /// <summary>zeros, xavier or he; where left out, zeros without hidden layers, he for rectifiers and xavier for other activations.</summary>
    public string? Initialization { get; init; }

    /// <summary>When to stop early; without it all steps are done, unless the training diverges.</summary>
    public StopRequest? Stop { get; init; }

    /// <summary>Which steps are kept and measured; where left out about a thousand, evenly spread, fewer where weights are many, and always the last.</summary>
    public RecordRequest? Record { get; init; }

    /// <summary>What is told besides so that the training can be drawn: the examples, what the model says over a window at each kept step, and what the step before it did to each weight. Nothing where left out.</summary>
    public DrawRequest? Draw { get; init; }

    /// <summary>How long gradients are shortened before the optimizer sees them.</summary>
    public ClipRequest? Clip { get; init; }

    /// <summary>Whether the gradient's formulas are compared with derivatives found in other ways; true where left out.</summary>
    public bool? Verify { get; init; }
}

/// <summary>A model by its name, or a loss of one's own with its first weights.</summary>
public sealed record ModelRequest
{
    /// <summary>linear (a quantity), logistic (two classes), softmax (several classes) or mlp (a network with hidden layers, for what the target is).</summary>
    public string? Name { get; init; }

    /// <summary>The units of each hidden layer of an mlp.</summary>
    public IReadOnlyList<int>? Layers { get; init; }

    /// <summary>What each hidden layer does to its sums: tanh where left out, sigmoid, relu, leaky_relu, elu, selu, softplus, softsign, gelu, silu, mish, hard_sigmoid, hard_tanh, sin or identity.</summary>
    public string? Activation { get; init; }

    /// <summary>The same with a name for each hidden layer.</summary>
    public IReadOnlyList<string>? Activations { get; init; }

    /// <summary>
    /// A loss as a function of its weights. X stands for the features, an example in each row, y for the targets, Y for targets as rows with a 1 at the place
    /// of the class; columns have their own names too. Where it is a loss of the catalogue of a prediction and the targets, perhaps with penalties added, metrics tell errors besides the loss.
    /// </summary>
    public string? Definition { get; init; }

    /// <summary>The first weights of a definition: a value for each by its name.</summary>
    public Point? Start { get; init; }
}

/// <summary>A data set: one of name, columns and csv.</summary>
public sealed record DatasetRequest
{
    /// <summary>A name from the catalogue of data sets.</summary>
    public string? Name { get; init; }

    /// <summary>How many points a data set by its name has.</summary>
    public int? N { get; init; }

    /// <summary>The standard deviation of the noise of a data set by its name, from 0 to 1,000.</summary>
    public double? Noise { get; init; }

    /// <summary>Where its random numbers begin; 0 where left out. The same seed gives the same points.</summary>
    public int? Seed { get; init; }

    /// <summary>Columns of equal length, by name.</summary>
    public IReadOnlyDictionary<string, ColumnValues>? Columns { get; init; }

    /// <summary>Text in columns (RFC 4180): a byte-order mark, blank lines and quotation marks are read, and every other fault is named by line and column.</summary>
    public string? Csv { get; init; }

    /// <summary>What separates the columns of a text: a comma, a semicolon or the word tab; where left out, the first of semicolon, tab and comma that the first row has. With semicolons decimals may have a comma.</summary>
    public string? Separator { get; init; }

    /// <summary>Whether the first row of a text names the columns; where left out, it does if none of its fields is a number. Columns without names are called c1, c2, ….</summary>
    public bool? Header { get; init; }

    /// <summary>The columns to predict from; all but the target where left out.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The column to predict: quantities, or classes named by whole numbers or texts; the last where left out.</summary>
    public string? Target { get; init; }
}

/// <summary>What a drawing of a training shows of the model.</summary>
public sealed record DrawRequest
{
    /// <summary>From and to for each feature, where there are one or two; where left out, what the examples need with a margin.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>>? Window { get; init; }

    /// <summary>Places along each axis; 201 for a curve and 41 for each side of a grid where left out.</summary>
    public int? Resolution { get; init; }
}

/// <summary>What a training has in common with any descent.</summary>
internal sealed record TrainSettings : TrajectoryRequest
{
    /// <summary>The optimizer with its parameters.</summary>
    public required OptimizerRequest Optimizer { get; init; }

    /// <summary>The settings of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="definition">The loss.</param>
    public static TrainSettings Of(TrainRequest request, string definition = "") => new()
    {
        Function = definition,
        Optimizer = request.Optimizer,
        Stop = request.Stop,
        Record = request.Record,
        Clip = request.Clip,
    };
}
