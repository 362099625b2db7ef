using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>A term of a sum of arrays as numbers times labelled factors; the labels that stay are <c>a</c>, <c>b</c>, … in order.</summary>
/// <param name="Coefficient">The number in front.</param>
/// <param name="Numbers">The scalar factors.</param>
/// <param name="Factors">The arrays.</param>
internal sealed record ArrayTerm(Rational Coefficient, IReadOnlyList<Expression> Numbers, IReadOnlyList<Factor> Factors)
{
    /// <summary>The term, or null where its labels that stay are not simply its axes.</summary>
    public static ArrayTerm? Of(Term term)
    {
        var stays = Graph.Alphabet(term.Of.Shape.Rank);
        var (coefficient, numbers, factors) = (term.Coefficient, new List<Expression>(), new List<Factor>());
        foreach (var factor in term.Of is Product product ? product.Factors.AsEnumerable() : [term.Of])
        {
            if (factor.Shape.IsScalar)
            {
                numbers.Add(factor); // its labels, if it has any, are its own
            }
            else if (factor is Contraction contraction)
            {
                if (contraction.Out.Distinct().Count() < contraction.Out.Length) return null;
                factors.AddRange(contraction.Factors.Length == 0 ? [new Factor(contraction, stays)] : contraction.Factors);
            }
            else
            {
                factors.Add(new Factor(factor, stays));
            }
        }

        if (term.Of is Product { Coefficient: var inner }) coefficient *= inner;
        return new ArrayTerm(coefficient, numbers, factors);
    }

    /// <summary>The term without one factor, its summed labels renamed so that those of the factor have the given names.</summary>
    /// <param name="place">Which factor.</param>
    /// <param name="rank">How many labels stay.</param>
    /// <param name="bound">The names of the factor's summed labels, in the order of its axes.</param>
    /// <param name="fresh">The first name that is free.</param>
    public ArrayTerm Without(int place, int rank, string bound, int fresh)
    {
        var names = new Dictionary<char, char>();
        for (var k = 0; k < rank; k++) names[(char)('a' + k)] = (char)('a' + k);
        var given = 0;
        foreach (var label in Factors[place].Labels)
        {
            if (!names.ContainsKey(label)) names[label] = bound[given++];
        }

        var rest = new List<Factor>();
        for (var i = 0; i < Factors.Count; i++)
        {
            if (i == place) continue;
            foreach (var label in Factors[i].Labels)
            {
                if (!names.ContainsKey(label)) names[label] = (char)('a' + fresh++);
            }

            rest.Add(Factors[i] with { Labels = new string([.. Factors[i].Labels.Select(label => names[label])]) });
        }

        return this with { Factors = rest };
    }
}
