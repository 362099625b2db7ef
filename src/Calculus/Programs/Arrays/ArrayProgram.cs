using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>
/// Expressions with vectors and matrices lowered to steps over whole arrays: products two by two in the best order, and
/// between them programs of numbers run entry by entry. Immutable: any number of threads may run it at once, since everything that a
/// run changes belongs to the call. Sums run in one fixed order.
/// </summary>
internal sealed partial class ArrayProgram
{
    private readonly ArrayLowering _lowering;
    private readonly ArrayStep[] _steps;
    private readonly ArrayStep[] _passes;
    private readonly IReadOnlyList<Held> _held;
    private readonly Symbol[] _inputs;
    private readonly Shape[] _inputShapes;
    private readonly (int Value, Shape Shape)[] _outputs;
    private readonly Graph? _graph;
    private readonly Arena _arena;
    private Workspace? _spare;

    private ArrayProgram(IReadOnlyList<Expression> outputs, IReadOnlyList<Symbol> inputs, ArrayLowering lowering, Lengths lengths)
    {
        _lowering = lowering;
        _graph = outputs.Count == 0 ? null : outputs[0].Graph;
        _inputs = [.. inputs];
        _inputShapes = [.. inputs.Select(input => lengths.Known(input.Shape))];
        _outputs = [.. outputs.Select(output => (lowering.ValueOf(output), lengths.Known(output.Shape)))];
        Inputs = new Layout(_inputShapes);
        Outputs = new Layout(Array.ConvertAll(_outputs, static output => output.Shape));
        _steps = [.. lowering.Steps.Steps];
        lowering.Steps.JoinPasses();
        _passes = [.. lowering.Steps.Steps];
        _held = lowering.Steps.Held;
        var isOutput = new bool[_held.Count];
        foreach (var (value, _) in _outputs) isOutput[lowering.Steps.Root(value)] = true;
        var lastReads = lowering.Steps.LastReads();
        EntriesHeld = lowering.Steps.MostHeld(lastReads, isOutput);
        var releases = Enumerable.Range(0, _held.Count).Where(value => !isOutput[value] && _held[value].IsMade).ToLookup(value => lastReads[value]);
        _arena = Arena.Of(_held, _passes, [.. Enumerable.Range(0, _passes.Length).Select(place => releases[place].ToArray())]);
        Operations = _steps.Aggregate(0L, static (total, step) => Saturated(total, step.Operations));
        ProductOperations = _steps.Aggregate(0L, static (total, step) => Saturated(total, step.ProductOperations));
    }

    /// <summary>Elementary operations of one run: an instruction of a program of numbers counts once for each entry, a product and a sum once each.</summary>
    public long Operations { get; }

    /// <summary>Those of them that products of arrays take.</summary>
    public long ProductOperations { get; }

    /// <summary>The most numbers that a run holds at once, its point and data not included.</summary>
    public long EntriesHeld { get; }

    /// <summary>How often several steps go over a matrix together.</summary>
    internal int Passes => _passes.Count(static step => step is RowPass);

    /// <summary>How the coordinates of a point lie.</summary>
    public Layout Inputs { get; }

    /// <summary>How the numbers of a result lie.</summary>
    public Layout Outputs { get; }

    /// <summary>The program that computes the outputs from the inputs.</summary>
    /// <param name="outputs">What to compute, of any shapes; nodes of one graph, rewritten or not.</param>
    /// <param name="inputs">The variables, in the order of a point's values.</param>
    /// <param name="data">Values of names that are not inputs. Lengths that are letters are read from them.</param>
    /// <param name="budget">Asked for each node.</param>
    /// <exception cref="ArgumentException">An input occurs twice, nodes come from several graphs, or a value does not have the shape of its symbol.</exception>
    /// <exception cref="UnboundSymbolException">A letter or a length has no value.</exception>
    /// <exception cref="LimitException">A run would hold more entries than it may.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static ArrayProgram Compile(
        IReadOnlyList<Expression> outputs,
        IReadOnlyList<Symbol> inputs,
        IReadOnlyDictionary<string, ArrayValue> data,
        Budget budget)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(budget);
        if (outputs.Concat(inputs).Select(static node => node.Graph).Distinct().Count() > 1)
            throw new ArgumentException("Outputs and inputs must be nodes of one graph.", nameof(outputs));
        if (inputs.GroupBy(static input => input).FirstOrDefault(static group => group.Skip(1).Any())?.Key is { } twice)
            throw new ArgumentException($"'{twice.Name}' is an input twice.", nameof(inputs));

        var levels = Levels.Of(outputs, budget);
        var lengths = new Lengths(outputs.Count == 0 ? [] : outputs[0].Graph.Nodes, data);
        var lowering = new ArrayLowering(inputs, data, lengths, budget);
        lowering.Declare();
        var readFrom = ReadFrom(levels, outputs);
        for (var place = 0; place < levels.Groups.Count; place++)
        {
            var group = place;
            lowering.Lower(levels.Groups[group], node => readFrom[node].Any(reader => reader != group));
        }

        return new ArrayProgram(outputs, inputs, lowering, lengths);
    }

    /// <summary>The outputs at one point. What is undefined is NaN or infinite, as IEEE 754 says.</summary>
    /// <param name="point">A value for each input.</param>
    /// <param name="budget">Pays for <see cref="Operations"/> before the work; its token is asked between steps and within long ones.</param>
    /// <returns>A value for each output; not to be written to, since it may be that of an input or of the data.</returns>
    /// <exception cref="ArgumentException">A value does not have the shape of its input.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public ArrayValue[] Evaluate(IReadOnlyList<ArrayValue> point, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(point);
        var memory = Memory();
        try
        {
            Fill(memory, point);
            Run(memory, budget);
            return Array.ConvertAll(_outputs, output => new ArrayValue(output.Shape, memory.Read(output.Value).ToArray()));
        }
        finally
        {
            Keep(memory);
        }
    }

    /// <summary>The outputs at one point, as lists of coordinates.</summary>
    /// <param name="point">The coordinates, as <see cref="Inputs"/> lays them out.</param>
    /// <param name="outputs">Receives the numbers, as <see cref="Outputs"/> lays them out.</param>
    /// <param name="budget">Pays for <see cref="Operations"/> before the work; its token is asked between steps and within long ones.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void Evaluate(ReadOnlySpan<double> point, Span<double> outputs, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        if (point.Length != Inputs.Count) throw new ArgumentException($"Expected {Inputs.Count} numbers, got {point.Length}.", nameof(point));
        if (outputs.Length != Outputs.Count) throw new ArgumentException($"Expected {Outputs.Count} numbers, got {outputs.Length}.", nameof(outputs));
        var memory = Memory();
        try
        {
            for (var input = 0; input < _inputs.Length; input++) Inputs.Of(input, point).CopyTo(memory.Write(input));
            Run(memory, budget);
            for (int output = 0, place = 0; output < _outputs.Length; output++)
            {
                var entries = memory.Read(_outputs[output].Value);
                entries.CopyTo(outputs[place..]);
                place += entries.Length;
            }
        }
        finally
        {
            Keep(memory);
        }
    }

    private Workspace Memory()
    {
        if (Interlocked.Exchange(ref _spare, null) is not { } memory) return new Workspace(_held, _arena);
        memory.Begin();
        return memory;
    }

    // One of the threads that run it at once leaves its memory to the next run.
    private void Keep(Workspace memory)
    {
        memory.End();
        if (Interlocked.CompareExchange(ref _spare, memory, null) is not null) memory.Dispose();
    }

    private void Run(Workspace memory, Budget budget)
    {
        budget.SpendOperations(Operations);
        foreach (var step in _passes)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            step.Run(memory, budget);
        }
    }

    private static long Saturated(long a, long b) => Math.Min(a + b, long.MaxValue / 4);

    // For each node the groups that read it; −1 for the outputs.
    private static ILookup<Expression, int> ReadFrom(Levels levels, IReadOnlyList<Expression> outputs) => levels.Groups
        .SelectMany(static (group, place) => group.SelectMany(ArrayReading.Reads).Distinct().Select(read => (Node: read, Place: place)))
        .Concat(outputs.Select(static output => (Node: output, Place: -1)))
        .ToLookup(static pair => pair.Node, static pair => pair.Place);

    private void Fill(Workspace memory, IReadOnlyList<ArrayValue> point)
    {
        if (point.Count != _inputs.Length) throw new ArgumentException($"Expected {_inputs.Length} values, got {point.Count}.", nameof(point));
        for (var input = 0; input < _inputs.Length; input++)
        {
            if (point[input].Shape != _inputShapes[input]) throw Lengths.Misfit(_inputs[input], point[input].Shape);
        }

        // The inputs are the first arrays.
        for (var input = 0; input < _inputs.Length; input++) point[input].Entries.CopyTo(memory.Write(input));
    }
}
