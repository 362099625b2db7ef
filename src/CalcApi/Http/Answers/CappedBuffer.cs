using System.Buffers;
using Calculus.Budgets;

namespace CalcApi.Http.Answers;

/// <summary>Holds a whole answer before its first byte is sent, and refuses to grow past the limit. Its memory is lent by a pool until it is disposed.</summary>
/// <param name="maximum">The most bytes an answer may have.</param>
internal sealed class CappedBuffer(int maximum) : IBufferWriter<byte>, IDisposable
{
    // Most answers fit, and need no other.
    private const int First = 4_096;

    // The pool keeps longer ones for long; these are garbage like anything else.
    private const int LongestLent = 1 << 20;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(First);
    private int _count;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        if (_count + (long)count > maximum)
            throw new LimitException("answerBytes", maximum, $"The answer would have more than {maximum} bytes.");
        _count += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(1, sizeHint));
        return _bytes.AsMemory(_count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public void Dispose() => Give(Interlocked.Exchange(ref _bytes, []));

    private void MakeRoom(int room)
    {
        if (_bytes.Length - _count >= room) return;
        var length = checked((int)Math.Min(Array.MaxLength, Math.Max((long)_count + room, 2L * _bytes.Length)));
        var longer = length <= LongestLent ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);
        _bytes.AsSpan(0, _count).CopyTo(longer);
        Give(_bytes);
        _bytes = longer;
    }

    private static void Give(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= LongestLent) ArrayPool<byte>.Shared.Return(bytes);
    }
}
