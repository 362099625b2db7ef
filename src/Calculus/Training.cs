using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Learning;
using Calculus.Optimization;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus;

/// <summary>
/// A model with the examples that it learns from: its loss is a function under study like any other, so that its gradient can be shown,
/// and training is a descent on it. Belongs to one request and one thread.
/// </summary>
internal sealed class Training
{
    private readonly TrainingModel _model;
    private readonly Examples _train;
    private readonly Examples? _test;
    private readonly Batches? _batches;
    private readonly int? _batch;
    private readonly Budget _budget;
    private readonly IReadOnlyList<string> _names;
    private readonly OwnLoss? _own;
    private readonly Judgement? _judgement;

    /// <summary>Reads the model's definition.</summary>
    /// <param name="model">The model.</param>
    /// <param name="train">The examples that it learns from.</param>
    /// <param name="test">Those that only test what was learnt; null where there are none.</param>
    /// <param name="batch">How many examples each step sees; null for all of them.</param>
    /// <param name="seed">Where the random order of the examples begins.</param>
    /// <param name="budget">Pays for everything.</param>
    /// <exception cref="FormulaException">The definition cannot be read.</exception>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public Training(TrainingModel model, Examples train, Examples? test, int? batch, int seed, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        (_model, _train, _test, _batch, _budget) = (model, train, test, batch, budget);
        _batches = batch is { } size ? new Batches(train.Count, size, seed) : null;
        _names = NamesOfData(model, train, budget);
        Study = StudyOf(train);
        if (model.Output is not null)
        {
            _judgement = new(model.Task == LearningTasks.Quantity ? 0 : train.Classes.Count, 0);
        }
        else if (Study.Function.Shape.IsScalar && OwnLoss.Of(Study.Definition, train, _names) is { } own)
        {
            (_own, _judgement) = (own, JudgementOf(own));
        }
    }

    /// <summary>The loss over all examples that are learnt from.</summary>
    public Study Study { get; }

    /// <summary>The loss over the examples that the first step sees.</summary>
    public Study FirstStudy => _batches is null ? Study : StudyOf(_train.At(_batches.At(0)));

    /// <summary>The names in the definition that stand for examples.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Whether what is predicted is known, so that it can be measured besides the loss.</summary>
    public bool KnowsPrediction => _judgement is not null;

    /// <summary>The names of the classes that are predicted; of a loss of one's own over whole numbers, these; none where quantities are predicted.</summary>
    public IReadOnlyList<string> Classes => _train.Classes.Count > 0 || _judgement is null
        ? _train.Classes
        : [.. Enumerable.Range(0, _judgement.Classes).Select(static each => each.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The loss as something to be made small.</summary>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public IObjective Objective()
    {
        if (_batches is null) return Study.Objective();
        var first = _train.At(_batches.At(0));
        var bound = Bind(_model.Loss(first.Count), new BindingContext(new Dictionary<string, double>(StringComparer.Ordinal), Study.Variables.ToHashSet(StringComparer.Ordinal))
        {
            Shapes = _names.Select(name => (name, ValueOf(name, first).Shape)).Concat(Study.Variables.Select(name => (name, Study.ShapeOf(name)))).ToDictionary(StringComparer.Ordinal),
            Format = _model.Format,
        }, _budget);
        return new BatchObjective(bound, Symbols(bound, Study.Variables), Symbols(bound, _names), bound.Data, step =>
        {
            var examples = _train.At(_batches.At(step));
            return [.. _names.Select(name => ValueOf(name, examples))];
        }, _budget);
    }

    /// <summary>What measures how well weights do, at as many points as are wanted.</summary>
    /// <param name="budget">Pays for the measurements.</param>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public TrainingScore Score(Budget budget) => new(
        new ExampleScore(_judgement, ProgramOf(_train, budget), _train),
        _test is null ? null : new ExampleScore(_judgement, ProgramOf(_test, budget), _test));

    /// <summary>What the model says at other places than the examples; null where its definition does not show what is predicted for each.</summary>
    /// <param name="places">The places, as examples whose targets are not looked at.</param>
    /// <param name="budget">Pays for the predictions.</param>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public TrainingPicture? Picture(Examples places, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (_judgement is null) return null;
        var context = ContextOf(places);
        try
        {
            var output = Binder.Bind(_own?.Output ?? Parse(_model.Output!, context, budget), context, new Graph(budget));
            if (output.Function.Shape.Count % places.Count != 0) return null;
            var areLogits = _own?.AreLogits ?? _model.Task != LearningTasks.Quantity;
            return new TrainingPicture(Evaluator.Of([output.Function], Symbols(output, Study.Variables), output.Data, budget), places.Count, areLogits, _judgement);
        }
        catch (FormulaException)
        {
            // Some losses of one's own fit no other number of examples than they were written for.
            return null;
        }
    }

    private Evaluator ProgramOf(Examples examples, Budget budget)
    {
        var context = ContextOf(examples);
        var loss = Bind(_model.Loss(examples.Count), context, budget);
        if (_judgement is null) return Evaluator.Of([loss.Function], Symbols(loss, Study.Variables), loss.Data, budget);
        // In the graph of the loss, so that both share what they have in common.
        var output = Binder.Bind(_own?.Output ?? Parse(_model.Output!, context, budget), context, loss.Function.Graph);
        return Evaluator.Of([loss.Function, output.Function], Symbols(loss, Study.Variables), loss.Data, budget);
    }

    // A quantity for each example, or classes counted from 0.
    private Judgement? JudgementOf(OwnLoss own)
    {
        var count = Binder.Bind(own.Output, ContextOf(_train), new Graph(_budget)).Function.Shape.Count;
        if (own.Task == LearningTasks.Quantity) return count == _train.Count ? new(0, 0) : null;
        var classes = own.ClassesOf(count, _test is null ? [_train] : [_train, _test]);
        return classes > 0 ? new(classes, own.Threshold) : null;
    }

    private Study StudyOf(Examples examples) => Study.Of(_model.Loss(examples.Count), ContextOf(examples), _budget);

    private BindingContext ContextOf(Examples examples) => new(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal))
    {
        Arrays = _names.ToDictionary(static name => name, name => ValueOf(name, examples), StringComparer.Ordinal),
        Shapes = _model.Shapes,
        Format = _model.Format,
    };

    private static BoundDefinition Bind(string text, BindingContext context, Budget budget) => Binder.Bind(Parse(text, context, budget), context, new Graph(budget));

    private ArrayValue ValueOf(string name, Examples examples) => ExampleData.Of(name, examples, _model.NamesColumns)!;

    private static Definition Parse(string text, BindingContext context, Budget budget) => DefinitionParser.Parse(text, context.Vocabulary, budget);

    private static Symbol[] Symbols(BoundDefinition bound, IReadOnlyList<string> names) =>
        [.. names.Select(name => bound.Variables.FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal)) ?? bound.SymbolOf(name))];

    // The signature's own names are variables, whatever the columns are called.
    private static List<string> NamesOfData(TrainingModel model, Examples examples, Budget budget)
    {
        HashSet<string> declared = [.. model.Shapes.Keys, .. model.NamesColumns ? examples.Features.Append(examples.Target) : [], Network.InputsName, Network.TargetsName, Network.OneHotName];
        var definition = DefinitionParser.Parse(model.Loss(examples.Count), new Vocabulary(Binder.FunctionNames, declared) { Format = model.Format }, budget);
        var parameters = definition.Statements[^1].Parameters?.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        var defined = definition.Statements.Select(static statement => statement.Name).ToHashSet(StringComparer.Ordinal);
        List<string> names = [];
        foreach (var statement in definition.Statements)
        {
            var own = statement.Parameters?.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
            foreach (var node in statement.Nodes)
            {
                if (node.Kind != SyntaxKind.Name || own.Contains(node.Text) || parameters.Contains(node.Text) || defined.Contains(node.Text) || names.Contains(node.Text, StringComparer.Ordinal)) continue;
                if (ExampleData.Of(node.Text, examples, model.NamesColumns) is not null) names.Add(node.Text);
            }
        }

        return names;
    }
}
