using System.Collections.Immutable;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>A power of an atom.</summary>
/// <param name="Atom">The atom's number.</param>
/// <param name="Exponent">The exponent, not 0.</param>
internal readonly record struct AtomPower(int Atom, int Exponent);

/// <summary>A product of powers of atoms, which are numbered: 0 is the variable, 1 the step. Only other atoms have negative exponents.</summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    private readonly ImmutableArray<AtomPower> _powers;

    private Monomial(ImmutableArray<AtomPower> powers) => _powers = powers;

    /// <summary>The empty product.</summary>
    public static Monomial One { get; } = new([]);

    /// <summary>The atoms with their exponents, none 0, in the order of the atoms.</summary>
    public IReadOnlyList<AtomPower> Powers => _powers;

    /// <summary>The exponent of the step.</summary>
    public int OfStep => this[1];

    /// <summary>The degree in the variable and the step.</summary>
    public int Degree => this[0] + this[1];

    private int this[int atom]
    {
        get
        {
            foreach (var power in _powers)
            {
                if (power.Atom == atom) return power.Exponent;
                if (power.Atom > atom) break;
            }

            return 0;
        }
    }

    /// <summary>The power of one atom.</summary>
    public static Monomial Of(int atom, int exponent) => exponent == 0 ? One : new Monomial([new AtomPower(atom, exponent)]);

    public static Monomial operator *(Monomial a, Monomial b)
    {
        var product = ImmutableArray.CreateBuilder<AtomPower>(a._powers.Length + b._powers.Length);
        var (i, k) = (0, 0);
        while (i < a._powers.Length || k < b._powers.Length)
        {
            var left = i < a._powers.Length ? a._powers[i] : new AtomPower(int.MaxValue, 0);
            var right = k < b._powers.Length ? b._powers[k] : new AtomPower(int.MaxValue, 0);
            var atom = Math.Min(left.Atom, right.Atom);
            var exponent = 0;
            if (left.Atom == atom) (exponent, i) = (exponent + left.Exponent, i + 1);
            if (right.Atom == atom) (exponent, k) = (exponent + right.Exponent, k + 1);
            if (exponent != 0) product.Add(new AtomPower(atom, exponent));
        }

        return new Monomial(product.ToImmutable());
    }

    /// <summary>The product of the same atoms to the opposite exponents.</summary>
    public Monomial Reciprocal() => new([.. _powers.Select(static power => power with { Exponent = -power.Exponent })]);

    /// <summary>Which of two comes first by its constants: the one with the higher power of the first atom in which they differ.</summary>
    public int CompareConstants(Monomial other)
    {
        var (i, k) = (0, 0);
        while (true)
        {
            while (i < _powers.Length && _powers[i].Atom < 2) i++;
            while (k < other._powers.Length && other._powers[k].Atom < 2) k++;
            var left = i < _powers.Length ? _powers[i] : new AtomPower(int.MaxValue, 0);
            var right = k < other._powers.Length ? other._powers[k] : new AtomPower(int.MaxValue, 0);
            if (left.Atom != right.Atom) return left.Atom < right.Atom ? -left.Exponent : right.Exponent;
            if (left.Exponent != right.Exponent) return right.Exponent.CompareTo(left.Exponent);
            if (left.Atom == int.MaxValue) return 0;
            (i, k) = (i + 1, k + 1);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Monomial? other) => other is not null && _powers.AsSpan().SequenceEqual(other._powers.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Monomial);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var power in _powers) hash.Add(power);
        return hash.ToHashCode();
    }
}
