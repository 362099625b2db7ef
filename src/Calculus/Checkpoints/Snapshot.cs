using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Calculus.Checkpoints;

/// <summary>
/// The state of a computation, to the last bit, on its way out or back in. Whatever has a state names each part of it once, in one method for both ways,
/// so that what is written and what is read cannot differ. Numbers are kept as their bits: −0 and NaN come back as they were.
/// </summary>
internal sealed class Snapshot
{
    /// <summary>Stands at the head of every snapshot. Whoever changes what a part of the state is raises it: what an older version wrote is then refused.</summary>
    public const int Version = 4;

    private readonly ArrayBufferWriter<byte>? _written;
    private ReadOnlyMemory<byte> _rest;

    private Snapshot(ArrayBufferWriter<byte>? written, ReadOnlyMemory<byte> rest) => (_written, _rest) = (written, rest);

    /// <summary>True while a state is put back; false while it is written down.</summary>
    public bool IsReading => _written is null;

    /// <summary>The state of a computation that stands still.</summary>
    /// <param name="work">The computation.</param>
    public static byte[] Of(IResumable work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var snapshot = new Snapshot(new ArrayBufferWriter<byte>(1024), default);
        snapshot.Head();
        work.Exchange(snapshot);
        return snapshot._written!.WrittenSpan.ToArray();
    }

    /// <summary>Puts a computation into a state. It must have been begun in the same way as the one whose state it was.</summary>
    /// <param name="work">The computation, at its start.</param>
    /// <param name="state">What <see cref="Of"/> gave.</param>
    /// <exception cref="SnapshotException">The state is that of another computation, or of another version; the computation cannot be used any more.</exception>
    public static void Restore(IResumable work, ReadOnlyMemory<byte> state)
    {
        ArgumentNullException.ThrowIfNull(work);
        var snapshot = new Snapshot(null, state);
        snapshot.Head();
        work.Exchange(snapshot);
        if (!snapshot._rest.IsEmpty) throw new SnapshotException("The state has more in it than the computation takes.");
    }

    /// <summary>Reads a state in another way than by putting a computation into it.</summary>
    /// <param name="state">What <see cref="Of"/> gave.</param>
    /// <param name="read">Reads it from its start.</param>
    /// <exception cref="SnapshotException">The state is of another version, or not what it is read as.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> state, Func<Snapshot, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var snapshot = new Snapshot(null, state);
        snapshot.Head();
        return read(snapshot);
    }

    /// <summary>A name that must be the same: whose state it is.</summary>
    public void Mark(string name)
    {
        if (!string.Equals(Text(name), name, StringComparison.Ordinal)) throw new SnapshotException($"This is not the state of '{name}'.");
    }

    /// <summary>A size that must be the same.</summary>
    public void Mark(int size)
    {
        if (Count(size) != size) throw new SnapshotException($"The state has another size than {size}.");
    }

    /// <summary>A number.</summary>
    public double Number(double value) => BitConverter.Int64BitsToDouble(Long(BitConverter.DoubleToInt64Bits(value)));

    /// <summary>A number that may be missing.</summary>
    public double? Number(double? value) => Flag(value is not null) ? Number(value ?? 0) : null;

    /// <summary>A whole number.</summary>
    public int Count(int value) => (int)Long(value);

    /// <summary>A large whole number.</summary>
    public long Long(long value)
    {
        if (_written is null) return BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)).Span);
        BinaryPrimitives.WriteInt64LittleEndian(_written.GetSpan(sizeof(long)), value);
        _written.Advance(sizeof(long));
        return value;
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(bool value)
    {
        if (_written is null) return Take(1).Span[0] != 0;
        _written.Write([value ? (byte)1 : (byte)0]);
        return value;
    }

    /// <summary>A text that may be missing.</summary>
    public string? TextOrNull(string? value) => Flag(value is not null) ? Text(value ?? "") : null;

    /// <summary>A text.</summary>
    public string Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Encoding.UTF8.GetString(Bytes(_written is null ? [] : Encoding.UTF8.GetBytes(value)).Span);
    }

    /// <summary>The numbers of an array that stays where it is; its length is part of the computation.</summary>
    public void Numbers(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Mark(values.Length);
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        if (_written is null) Take(bytes.Length).Span.CopyTo(bytes);
        else _written.Write(bytes);
    }

    /// <summary>An array of numbers of any length.</summary>
    public double[] Array(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = IsReading ? new double[Length(sizeof(double))] : values;
        if (!IsReading) Long(all.Length);
        var bytes = MemoryMarshal.AsBytes(all.AsSpan());
        if (_written is null) Take(bytes.Length).Span.CopyTo(bytes);
        else _written.Write(bytes);
        return all;
    }

    /// <summary>Bytes of any number.</summary>
    public ReadOnlyMemory<byte> Bytes(ReadOnlyMemory<byte> value)
    {
        if (_written is null) return Take(Length(1));
        Long(value.Length);
        _written.Write(value.Span);
        return value;
    }

    /// <summary>A list, whose items are replaced where a state is put back.</summary>
    /// <param name="list">The list.</param>
    /// <param name="item">Exchanges an item; it is given the default where there is none yet.</param>
    public void List<T>(List<T> list, Func<Snapshot, T, T> item)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(item);
        var count = IsReading ? Length(0) : Count(list.Count);
        if (IsReading) list.Clear();
        for (var i = 0; i < count; i++)
        {
            if (IsReading) list.Add(item(this, default!));
            else item(this, list[i]);
        }
    }

    private void Head()
    {
        if (Count(Version) != Version) throw new SnapshotException($"The state was written by another version than {Version}.");
    }

    private int Length(int size)
    {
        var length = Long(0);
        return length >= 0 && length * size <= _rest.Length && length <= int.MaxValue ? (int)length : throw TooShort();
    }

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (count > _rest.Length) throw TooShort();
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static SnapshotException TooShort() => new("The state ends too early.");
}
