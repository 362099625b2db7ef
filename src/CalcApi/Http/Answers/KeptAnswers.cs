using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Memory;

namespace CalcApi.Http.Answers;

/// <summary>
/// Answers to quick questions that are asked again and again: an answer depends on its question alone, so that the same bytes have the same answer.
/// An answer is kept from the second time on (Einziger, Friedman and Manes, <i>TinyLFU: a highly efficient cache admission policy</i>, 2017,
/// call this a doorkeeper): a flood of questions that nobody repeats throws nothing out. The setting <c>Answers:KeptBytes</c> says how many
/// bytes they may take, 16 MiB by default and 0 for none.
/// </summary>
internal sealed class KeptAnswers : IDisposable
{
    private const int LongestQuestion = 4_096, LongestAnswer = 65_536;

    // What an entry takes besides its question and its answer: its objects and its place in the table.
    private const int PerEntry = 512;

    private const int Doors = 1 << 14;

    private readonly MemoryCache? _answers;
    private readonly int[] _asked = new int[Doors];
    private readonly Counter<long> _count;

    /// <summary>Makes room.</summary>
    /// <exception cref="InvalidOperationException">The setting is not a number of bytes.</exception>
    public KeptAnswers(IConfiguration configuration, IMeterFactory meters)
    {
        _answers = KeptBytes.Room(configuration, "Answers");
        var meter = meters.Create("CalcApi");
        _count = meter.CreateCounter<long>("calcapi.kept.asked", "{request}", "Quick questions, by whether their answer was kept.");
        meter.CreateObservableGauge("calcapi.kept.answers", () => _answers?.Count ?? 0, "{answer}", "Answers that are kept.");
    }

    /// <summary>A question under which an answer can be kept; null where it is too long, or none are kept.</summary>
    /// <param name="route">The route.</param>
    /// <param name="question">The question as it was sent; it does not change any more.</param>
    public Question? Of(string route, ReadOnlyMemory<byte> question) => _answers is null || question.Length > LongestQuestion ? null : new(route, question);

    /// <summary>The answer to a question; null where it is not kept.</summary>
    public byte[]? Find(Question question)
    {
        var found = _answers!.TryGetValue(question, out var answer);
        _count.Add(1, new KeyValuePair<string, object?>("kept", found));
        return (byte[]?)answer;
    }

    /// <summary>Keeps an answer, if the question has been asked before.</summary>
    public void Keep(Question question, ReadOnlySpan<byte> answer)
    {
        var mark = question.GetHashCode();
        if (answer.Length > LongestAnswer || Interlocked.Exchange(ref _asked[mark & (Doors - 1)], mark) != mark) return;
        using var entry = _answers!.CreateEntry(question.Copy());
        entry.Value = answer.ToArray();
        entry.Size = question.Length + answer.Length + PerEntry;
    }

    /// <inheritdoc/>
    public void Dispose() => _answers?.Dispose();

    /// <summary>A question by its bytes.</summary>
    internal sealed class Question : IEquatable<Question>
    {
        private readonly string _route;
        private readonly ReadOnlyMemory<byte> _bytes;
        private readonly int _hash;

        /// <summary>A question.</summary>
        public Question(string route, ReadOnlyMemory<byte> bytes)
        {
            (_route, _bytes) = (route, bytes);
            var hash = new HashCode();
            hash.Add(route, StringComparer.Ordinal);
            hash.AddBytes(bytes.Span);
            _hash = hash.ToHashCode();
        }

        /// <summary>Its bytes.</summary>
        public int Length => _bytes.Length;

        /// <summary>The same in memory of its own: what a request was read into is longer, and would be kept whole.</summary>
        public Question Copy() => new(_route, _bytes.ToArray());

        /// <inheritdoc/>
        public bool Equals(Question? other) => other is not null && string.Equals(_route, other._route, StringComparison.Ordinal) && _bytes.Span.SequenceEqual(other._bytes.Span);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Question);

        /// <inheritdoc/>
        public override int GetHashCode() => _hash;
    }
}
