using System.Buffers;
using Calculus.Budgets;

namespace CalcApi.Http.Answers;

/// <summary>Holds a whole answer before its first byte is sent, and refuses to grow past the limit.</summary>
/// <param name="maximum">The most bytes an answer may have.</param>
internal sealed class CappedBuffer(int maximum) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        if (_bytes.WrittenCount + (long)count > maximum)
            throw new LimitException("answerBytes", maximum, $"The answer would have more than {maximum} bytes.");
        _bytes.Advance(count);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(sizeHint);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(sizeHint);
}
