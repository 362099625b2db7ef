using System.Collections.Immutable;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>A product of powers of atoms, which are numbered: 0 is the variable, 1 the step. Only other atoms have negative exponents.</summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    private readonly ImmutableArray<int> _exponents;

    private Monomial(ReadOnlySpan<int> exponents)
    {
        while (exponents.Length > 0 && exponents[^1] == 0) exponents = exponents[..^1];
        _exponents = [.. exponents];
    }

    /// <summary>The empty product.</summary>
    public static Monomial One { get; } = new([]);

    /// <summary>How many atoms may have an exponent.</summary>
    public int Length => _exponents.Length;

    /// <summary>The exponent of the step.</summary>
    public int OfStep => this[1];

    /// <summary>The degree in the variable and the step.</summary>
    public int Degree => this[0] + this[1];

    /// <summary>The exponent of an atom.</summary>
    public int this[int atom] => atom < _exponents.Length ? _exponents[atom] : 0;

    /// <summary>The power of one atom.</summary>
    public static Monomial Of(int atom, int exponent)
    {
        var exponents = new int[atom + 1];
        exponents[atom] = exponent;
        return new Monomial(exponents);
    }

    public static Monomial operator *(Monomial a, Monomial b)
    {
        var exponents = new int[Math.Max(a.Length, b.Length)];
        for (var i = 0; i < exponents.Length; i++) exponents[i] = a[i] + b[i];
        return new Monomial(exponents);
    }

    /// <summary>The product of the same atoms to the opposite exponents.</summary>
    public Monomial Reciprocal() => new([.. _exponents.Select(static exponent => -exponent)]);

    /// <inheritdoc/>
    public bool Equals(Monomial? other) => other is not null && _exponents.AsSpan().SequenceEqual(other._exponents.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Monomial);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var exponent in _exponents) hash.Add(exponent);
        return hash.ToHashCode();
    }
}
