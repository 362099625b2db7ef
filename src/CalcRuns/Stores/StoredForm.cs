using System.Buffers.Binary;
using System.Numerics;
using Orleans.Storage;

namespace CalcRuns.Stores;

/// <summary>How a state lies in a store: the version of its form, a checksum, and then the bytes of Orleans. Nobody takes damaged bytes for a state.</summary>
internal static class StoredForm
{
    /// <summary>The version. Whoever changes the form raises it: what another version wrote is then not read.</summary>
    public const byte Version = 1;

    private const int Head = 1 + sizeof(uint);

    /// <summary>The bytes of a state.</summary>
    public static byte[] Write<T>(IGrainStorageSerializer serializer, T state)
    {
        var payload = serializer.Serialize(state).ToMemory().Span;
        var stored = new byte[Head + payload.Length];
        stored[0] = Version;
        BinaryPrimitives.WriteUInt32LittleEndian(stored.AsSpan(1), Checksum(payload));
        payload.CopyTo(stored.AsSpan(Head));
        return stored;
    }

    /// <summary>The state that bytes are of. Where they cannot be read it is a new one that says so: whoever needs it decides what becomes of that.</summary>
    public static T Read<T>(IGrainStorageSerializer serializer, byte[] stored)
    {
        try
        {
            if (stored is not [Version, _, _, _, _, ..]) throw new FormatException(stored is [var version, ..] ? $"The form of the state has the number {version}, not {Version}." : "There are no bytes.");
            var payload = stored.AsMemory(Head);
            if (Checksum(payload.Span) != BinaryPrimitives.ReadUInt32LittleEndian(stored.AsSpan(1))) throw new FormatException("The bytes of the state are damaged.");
            return serializer.Deserialize<T>(new BinaryData(payload)) ?? throw new FormatException("The bytes are those of no state.");
        }
        catch (Exception fault)
        {
            var empty = Activator.CreateInstance<T>();
            if (empty is not IKeptState kept) throw;
            kept.Fault = fault;
            return empty;
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) sum = BitOperations.Crc32C(sum, one);
        return ~sum;
    }
}

/// <summary>A state that a store keeps.</summary>
internal interface IKeptState
{
    /// <summary>Why what the store has cannot be read; null where it can. It is never written.</summary>
    Exception? Fault { get; set; }
}
