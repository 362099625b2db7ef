using System.ComponentModel;
using LibraryLimits = Calculus.Budgets.Limits;

namespace CalcApi.Http;

/// <summary>How much one request may ask of the service, besides what the library itself limits. Every number is a setting under <c>Limits</c>.</summary>
public sealed record ServiceLimits
{
    /// <summary>
    /// The library's own limits, but for memory: a quick question may allocate 67,108,864 bytes.
    /// </summary>
    public LibraryLimits Library { get; init; } = new() { AllocatedBytes = 67_108_864 };

    /// <summary>Bytes of a request's body. The default value is 1,048,576.</summary>
    [Description("Bytes of a request's body.")]
    public int BodyBytes { get; init; } = 1_048_576;

    /// <summary>Bytes of the body of a request with a data set. The default value is 8,388,608.</summary>
    [Description("Bytes of the body of a request with a data set: the routes of training.")]
    public int DataBodyBytes { get; init; } = 8_388_608;

    /// <summary>Numbers of a data set, rows times columns. The default value is 200,000.</summary>
    [Description("Numbers of a data set to train with, rows times columns.")]
    public int DataNumbers { get; init; } = 200_000;

    /// <summary>Columns of a data set. The default value is 100.</summary>
    [Description("Columns of a data set to train with.")]
    public int DataColumns { get; init; } = 100;

    /// <summary>Classes of a target. The default value is 100.</summary>
    [Description("Classes that the target of a data set names.")]
    public int Classes { get; init; } = 100;

    /// <summary>Hidden layers of a network. The default value is 8.</summary>
    [Description("Hidden layers of a network.")]
    public int Layers { get; init; } = 8;

    /// <summary>Units of a hidden layer. The default value is 256.</summary>
    [Description("Units of one hidden layer of a network.")]
    public int LayerUnits { get; init; } = 256;

    /// <summary>Weights of a model, biases included. The default value is 65,536.</summary>
    [Description("Weights of a model that is trained, biases included.")]
    public int Weights { get; init; } = 65_536;

    /// <summary>Arrays and objects of the JSON body nested in one another. The default value is 16.</summary>
    [Description("Arrays and objects of the JSON body nested in one another.")]
    public int JsonDepth { get; init; } = 16;

    /// <summary>Questions of one batch. The default value is 100.</summary>
    [Description("Questions of one batch.")]
    public int BatchRequests { get; init; } = 100;

    /// <summary>Exercises of one sheet. The default value is 50.</summary>
    [Description("Exercises of one sheet.")]
    public int Exercises { get; init; } = 50;

    /// <summary>Points of one request. The default value is 100,000.</summary>
    [Description("Points of one request.")]
    public int Points { get; init; } = 100_000;

    /// <summary>Samples along one axis of a grid. The default value is 512.</summary>
    [Description("Samples along one axis of a grid of two variables.")]
    public int GridSide { get; init; } = 512;

    /// <summary>Samples of a curve before it is refined. The default value is 10,000.</summary>
    [Description("Samples of a curve of one variable, before it is refined where it bends.")]
    public int CurveSamples { get; init; } = 10_000;

    /// <summary>Steps of one descent. The default value is 1,000,000.</summary>
    [Description("Steps of one descent.")]
    public int DescentSteps { get; init; } = 1_000_000;

    /// <summary>Steps of a descent that the answer keeps. The default value is 20,000.</summary>
    [Description("Steps of a descent that the answer keeps.")]
    public int RecordedSteps { get; init; } = 20_000;

    /// <summary>Descents of one comparison. The default value is 16.</summary>
    [Description("Descents of one comparison: optimizers times starts.")]
    public int ComparedRuns { get; init; } = 16;

    /// <summary>Descents of one map. The default value is 40,000.</summary>
    [Description("Descents of one map: the cells along one axis times those along the other.")]
    public int MapCells { get; init; } = 40_000;

    /// <summary>Numbers in one answer, counted before the work. The default value is 600,000.</summary>
    [Description("Numbers in one answer, counted before any work is done.")]
    public int AnswerNumbers { get; init; } = 600_000;

    /// <summary>Variables of a function whose critical points are searched for. The default value is 8.</summary>
    [Description("Variables, entries of vectors included, of a function whose critical points are searched for.")]
    public int CriticalVariables { get; init; } = 8;

    /// <summary>Bytes of one answer. The default value is 16,777,216.</summary>
    [Description("Bytes of one answer.")]
    public int AnswerBytes { get; init; } = 16_777_216;

    /// <summary>Elementary operations of a descent. The default value is 20,000 million.</summary>
    [Description("Elementary operations that one descent may spend on numbers.")]
    public long RunOperations { get; init; } = 20_000_000_000;

    /// <summary>Bytes that a descent allocates, whether it keeps them or not. The default value is 8,589,934,592.</summary>
    [Description("Bytes of memory that a descent allocates, whether it keeps them or not; a backstop, since the other limits count work.")]
    public long RunAllocatedBytes { get; init; } = 8_589_934_592;

    /// <summary>Runs that one address may have open at the same time. The default value is 16.</summary>
    [Description("Runs that one address may have open at the same time; the next is answered 429.")]
    public int RunsOfAddress { get; init; } = 16;

    /// <summary>Runs that may be open at the same time. The default value is 1,000.</summary>
    [Description("Runs that may be open at the same time; the next is answered 503.")]
    public int Runs { get; init; } = 1_000;

    /// <summary>Hours for which a run is kept once it is over. The default value is 24.</summary>
    [Description("Hours for which a run and its result are kept once it is over.")]
    public int RunHours { get; init; } = 24;

    /// <summary>Seconds of wall time for a quick question; a backstop, since budgets count work. The default value is 5.</summary>
    [Description("Seconds of wall time for a quick question; a backstop, since the other limits count work.")]
    public int QuickSeconds { get; init; } = 5;

    /// <summary>Seconds of wall time for a descent. The default value is 60.</summary>
    [Description("Seconds of wall time for a descent; a backstop, since the other limits count work.")]
    public int RunSeconds { get; init; } = 60;

    /// <summary>Questions that are in their first moments at the same time. The default value is the machine's cores.</summary>
    [Description("Questions that are in their first moments at the same time.")]
    public int QuickSlots { get; init; } = Environment.ProcessorCount;

    /// <summary>Milliseconds after which a question counts as heavy, and goes on among the heavy ones. The default value is 10.</summary>
    [Description("Milliseconds after which a question counts as heavy, and goes on among the heavy ones.")]
    public int LightMilliseconds { get; init; } = 10;

    /// <summary>Heavy questions computed at the same time. The default value is one less than the machine's cores, at least 1.</summary>
    [Description("Heavy questions computed at the same time.")]
    public int HeavySlots { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Descents of more than a second computed at the same time. The default value is one less than the machine's cores, at least 1.</summary>
    [Description("Descents of more than a second computed at the same time.")]
    public int RunSlots { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Milliseconds that a request may be expected to wait for its first moments, or seventy times what one like it takes. The default value is 50.</summary>
    [Description("Milliseconds that a request may be expected to wait before it is computed, or else seventy times what one like it takes; where it is more, it is answered 503 at once.")]
    public int QueueMilliseconds { get; init; } = 50;

    /// <summary>Requests that may wait for their first moments. The default value is 2,000.</summary>
    [Description("Requests that may wait before they are computed; the next is answered 503.")]
    public int Queue { get; init; } = 2_000;

    /// <summary>Milliseconds that a heavy question may be expected to wait until it goes on. The default value is 1,000.</summary>
    [Description("Milliseconds that a heavy question may be expected to wait until it goes on; where it is more, it is answered 503.")]
    public int HeavyQueueMilliseconds { get; init; } = 1_000;

    /// <summary>Heavy questions, and long descents, that may wait for each of their slots. The default value is 4.</summary>
    [Description("Heavy questions, and long descents, that may wait for each of their slots; the next is answered 503.")]
    public int QueuePerSlot { get; init; } = 4;

    /// <summary>Requests that one address may send at once. The default value is 200.</summary>
    [Description("Requests that one address may send at once; the next is answered 429.")]
    public int AddressBurst { get; init; } = 200;

    /// <summary>Requests that one address may send each second in the long run. The default value is 100.</summary>
    [Description("Requests that one address may send each second in the long run.")]
    public int AddressRequestsPerSecond { get; init; } = 100;

    /// <summary>Seconds of computing that one address may use at once. The default value is 60.</summary>
    [Description("Seconds of computing that one address may use at once; after that it is answered 429.")]
    public int AddressComputeSeconds { get; init; } = 60;

    /// <summary>Seconds of computing that one address gets back each minute. The default value is 30.</summary>
    [Description("Seconds of computing that one address gets back each minute.")]
    public int AddressComputeSecondsPerMinute { get; init; } = 30;
}
