using Calculus.Functions;

namespace Calculus.Programs.Compiled;

/// <summary>
/// What code depends on: the operations and their slots. Numbers are no part of it, since code reads them from a table, nor are functions, but that
/// a sine and a cosine of the same angle are computed together; so that a coefficient that changes needs no new code.
/// </summary>
internal sealed class CodeStructure : IEquatable<CodeStructure>
{
    // Bytes of machine code for an instruction, generously, and of what surrounds it.
    private const int EachInstruction = 160, Around = 4_096;

    private readonly int[] _parts;
    private readonly int _hash;

    /// <summary>The structure of code of one form.</summary>
    /// <param name="form">Which form.</param>
    /// <param name="code">The instructions.</param>
    /// <param name="calls">What they call.</param>
    /// <param name="counts">How many slots, inputs and outputs there are, and what else the form depends on.</param>
    public CodeStructure(CodeForm form, Instruction[] code, CallTables calls, params ReadOnlySpan<int> counts)
    {
        Form = form;
        _parts = new int[3 + counts.Length + (6 * code.Length) + calls.Arguments.Length];
        (_parts[0], _parts[1], _parts[2]) = ((int)form, code.Length, calls.MaximumArity);
        counts.CopyTo(_parts.AsSpan(3));
        var place = 3 + counts.Length;
        foreach (ref readonly var step in code.AsSpan())
        {
            (_parts[place], _parts[place + 1], _parts[place + 2], _parts[place + 3], _parts[place + 4]) = ((int)step.Code, step.Destination, step.A, step.B, step.C);
            _parts[place + 5] = step.Code is not OpCode.Unary ? 0 : calls.Unaries[step.B] switch { Sin => 1, Cos => 2, _ => 0 };
            place += 6;
        }

        calls.Arguments.CopyTo(_parts.AsSpan(place));
        var hash = new HashCode();
        foreach (var part in _parts) hash.Add(part);
        _hash = hash.ToHashCode();
        Bytes = Around + (EachInstruction * (long)code.Length) + (sizeof(int) * (long)_parts.Length);
    }

    /// <summary>Which form the code has.</summary>
    public CodeForm Form { get; }

    /// <summary>How much memory it takes with its code, about.</summary>
    public long Bytes { get; }

    /// <inheritdoc/>
    public bool Equals(CodeStructure? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CodeStructure);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>What code computes at once.</summary>
internal enum CodeForm
{
    /// <summary>One point.</summary>
    Point,

    /// <summary>Points in columns at equal distances.</summary>
    Block,

    /// <summary>Entries of arrays.</summary>
    Columns,
}
