using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Trajectories;

namespace CalcApi.Train;

/// <summary>A model that was trained.</summary>
public sealed record TrainAnswer : Answer
{
    /// <summary>What was made small: the loss as a function of the weights, in the function language.</summary>
    public required string Definition { get; init; }

    /// <summary>The loss by its name; missing where the definition is one's own.</summary>
    public string? Loss { get; init; }

    /// <summary>What the model learnt from.</summary>
    public required ExamplesAnswer Examples { get; init; }

    /// <summary>Mean and standard deviation of each feature, where features were standardised.</summary>
    public IReadOnlyList<StandardizationAnswer>? Standardization { get; init; }

    /// <summary>Which initialisation gave the first weights; missing where they were given.</summary>
    public string? Initialization { get; init; }

    /// <summary>How examples were taken in batches, where they were.</summary>
    public BatchesAnswer? Batches { get; init; }

    /// <summary>The formulas trained with.</summary>
    public required FormulasAnswer Formulas { get; init; }

    /// <summary>The first step: how the loss is computed, forwards and backwards.</summary>
    public required FirstStepAnswer FirstStep { get; init; }

    /// <summary>What the first steps did to each weight, ten of them where there are not too many weights.</summary>
    public required IReadOnlyList<AdjustmentAnswer> Adjustments { get; init; }

    /// <summary>The weights after the last step, by name.</summary>
    public required PointAnswer Weights { get; init; }

    /// <summary>The path of the weights: each kept step of those that recorded tells.</summary>
    public required TrajectoryAnswer Trajectory { get; init; }

    /// <summary>Each how many steps are kept.</summary>
    public required int Recorded { get; init; }

    /// <summary>The gradient at each kept step, a column for each variable, where record.internals asked for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>>? Gradient { get; init; }

    /// <summary>How well the model did at each kept step.</summary>
    public required MetricsAnswer Metrics { get; init; }

    /// <summary>The examples, and where the model was asked what it says, where draw asked for it.</summary>
    public DrawingAnswer? Drawing { get; init; }

    /// <summary>What is drawn at each kept step, where draw asked for it.</summary>
    public DrawnStepsAnswer? Drawn { get; init; }

    /// <summary>How often each class was taken for each at the end, where there are classes.</summary>
    public ConfusionAnswer? Confusion { get; init; }

    /// <summary>The trained model as a function of the features of one example; missing where the definition is one's own.</summary>
    public PredictionAnswer? Prediction { get; init; }
}

/// <summary>What a model learnt from.</summary>
/// <param name="Features">The features in order.</param>
/// <param name="Target">What it learnt to predict.</param>
/// <param name="Classes">The names of the classes in order, where the target names classes; in the definition they are 0, 1, ….</param>
/// <param name="Names">The names in the definition that stand for the examples.</param>
/// <param name="Train">How many examples it learnt from.</param>
/// <param name="Test">How many tested it.</param>
/// <param name="Reading">How a text was read.</param>
public sealed record ExamplesAnswer(
    IReadOnlyList<string> Features, string Target, IReadOnlyList<string>? Classes, IReadOnlyList<string> Names, int Train, int Test, ReadingAnswer? Reading);

/// <summary>How a text in columns was read.</summary>
/// <param name="Separator">What separates its columns: a comma, a semicolon or the word tab.</param>
/// <param name="Decimal">What separates whole numbers from fractions: a point or a comma.</param>
/// <param name="Header">Whether its first row names the columns.</param>
/// <param name="BlankLines">How many lines had nothing in them and were passed over.</param>
public sealed record ReadingAnswer(string Separator, string Decimal, bool Header, int BlankLines);

/// <summary>How a feature was standardised: the mean is taken away, the rest divided by the deviation.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Mean">Its mean over the examples that are learnt from.</param>
/// <param name="Deviation">Its standard deviation over them; 1 for a constant feature.</param>
public sealed record StandardizationAnswer(string Feature, double Mean, double Deviation);

/// <summary>How examples were taken in batches.</summary>
/// <param name="Size">How many examples a step learnt from.</param>
/// <param name="StepsOfEpoch">How many steps an epoch has.</param>
/// <param name="LeftOut">How many examples, others each time, an epoch leaves out because they do not fill a batch.</param>
public sealed record BatchesAnswer(int Size, int StepsOfEpoch, int LeftOut);

/// <summary>The formulas trained with; the data stay letters in them.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Gradient">Its derivative by each weight.</param>
/// <param name="Verification">What came of comparing these with derivatives found in other ways, at points near the first weights.</param>
public sealed record FormulasAnswer(ExpressionAnswer Loss, IReadOnlyList<WeightDerivativeAnswer> Gradient, VerificationAnswer? Verification);

/// <summary>The derivative of the loss by one weight.</summary>
/// <param name="Variable">The weight.</param>
/// <param name="Derivative">The formula, in the shape of the weight.</param>
public sealed record WeightDerivativeAnswer(string Variable, ExpressionAnswer Derivative);

/// <summary>The computation graph of the loss at the first weights, with the data of the first step: the sheet of backpropagation. Values and adjoints of more than 64 entries are left out.</summary>
/// <param name="Nodes">The steps in the order in which they are computed; read backwards, the order of backpropagation.</param>
/// <param name="Output">The id of the step that gives the loss.</param>
/// <param name="AdjointLetter">The letter that stands for the adjoint of a step in the texts of its local derivatives.</param>
/// <param name="Cost">What it costs, in elementary operations.</param>
public sealed record FirstStepAnswer(IReadOnlyList<GraphNodeAnswer> Nodes, string Output, string AdjointLetter, GraphCostAnswer Cost);

/// <summary>What a step did to the weights.</summary>
/// <param name="Step">The step, the first being 1.</param>
/// <param name="Gradient">The gradient before it, of the examples that it learnt from.</param>
/// <param name="Change">What it added to each weight.</param>
public sealed record AdjustmentAnswer(int Step, PointAnswer Gradient, PointAnswer Change);

/// <summary>How well a model did, column by column: entry i of each column belongs to the step at place i.</summary>
/// <param name="Step">The kept steps, those of the trajectory.</param>
/// <param name="Train">On all examples that are learnt from.</param>
/// <param name="Test">On those that test; missing where there are none.</param>
public sealed record MetricsAnswer(IReadOnlyList<int> Step, ScoreColumns Train, ScoreColumns? Test);

/// <summary>How well a model did on some examples.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="RootMeanSquare">Of a quantity: the root of the mean squared error.</param>
/// <param name="Accuracy">Of classes: the share of examples whose class was chosen.</param>
/// <param name="ErrorPercent">Of classes: how many percent of the examples were taken for another class.</param>
public sealed record ScoreColumns(IReadOnlyList<double> Loss, IReadOnlyList<double>? RootMeanSquare, IReadOnlyList<double>? Accuracy, IReadOnlyList<double>? ErrorPercent);

/// <summary>How often each class was taken for each.</summary>
/// <param name="Classes">The classes, for rows and columns.</param>
/// <param name="Train">On the examples that are learnt from: a row for each right class, a column for each chosen one.</param>
/// <param name="Test">On those that test.</param>
public sealed record ConfusionAnswer(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<int>> Train, IReadOnlyList<IReadOnlyList<int>>? Test);

/// <summary>The trained model as a question for evaluate, sample and the other routes.</summary>
/// <param name="Definition">The function of the features: a quantity, the probability of the second class, or those of all classes.</param>
/// <param name="Variables">The feature that each of its variables stands for.</param>
/// <param name="Data">Its data: the weights, and what standardises the features.</param>
/// <param name="OfClass">Where there are more than two classes: for each class the same with a number for its value.</param>
public sealed record PredictionAnswer(string Definition, IReadOnlyList<FeatureAnswer> Variables, PointAnswer Data, IReadOnlyList<ClassPredictionAnswer>? OfClass);

/// <summary>A variable of a prediction.</summary>
/// <param name="Variable">Its name in the definition.</param>
/// <param name="Feature">The feature that it stands for.</param>
public sealed record FeatureAnswer(string Variable, string Feature);

/// <summary>The probability of one class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Definition">The function of the features.</param>
public sealed record ClassPredictionAnswer(string Class, string Definition);

/// <summary>What the events of a training say, by their names.</summary>
/// <param name="Start">The first event, where draw asked for it: what does not change while the model learns.</param>
/// <param name="Step">Steps of the training; there are as many such events as it takes.</param>
/// <param name="End">The last event: the trained model.</param>
public sealed record TrainEvents(TrainStartEvent Start, TrainStepsEvent Step, TrainAnswer End);

/// <summary>What does not change while a model learns.</summary>
/// <param name="Definition">What is made small.</param>
/// <param name="Examples">What the model learns from.</param>
/// <param name="Recorded">Each how many steps are kept.</param>
/// <param name="Drawing">The examples, and where the model is asked what it says.</param>
public sealed record TrainStartEvent(string Definition, ExamplesAnswer Examples, int Recorded, DrawingAnswer Drawing);

/// <summary>Steps of a training under way, as the event <c>step</c> tells them; the event's id is the last of these steps.</summary>
/// <param name="Steps">The steps, column by column.</param>
/// <param name="Metrics">How well the model did after each.</param>
/// <param name="Drawn">What is drawn of each, where draw asked for it.</param>
public sealed record TrainStepsEvent(StepsEvent Steps, MetricsAnswer Metrics, DrawnStepsAnswer? Drawn);
