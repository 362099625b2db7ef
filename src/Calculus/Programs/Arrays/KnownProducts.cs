using System.Text;
using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>The products that a program has computed so far, found again whatever letters they are written with.</summary>
/// <param name="budget">Asked for each factor.</param>
internal sealed class KnownProducts(Budget budget)
{
    private readonly Dictionary<string, (int Value, string Axes)> _products = new(StringComparer.Ordinal);
    private readonly HashSet<long> _factors = [];

    /// <summary>Remembers a product.</summary>
    public void Add(IReadOnlyList<LabelledArray> factors, LabelledArray product)
    {
        if (product.Axes.Distinct().Count() < product.Axes.Length) return;
        var (key, names) = Key(factors, product.Axes);
        if (_products.TryAdd(key, (product.Value, new string([.. product.Axes.Select(label => names[label])])))) _factors.Add(FactorsOf(factors));
    }

    /// <summary>The product of factors in which some labels stay, or null where it is not known.</summary>
    public LabelledArray? TryFind(IReadOnlyList<LabelledArray> factors, IEnumerable<char> kept)
    {
        if (!_factors.Contains(FactorsOf(factors))) return null;
        var (key, names) = Key(factors, kept);
        if (!_products.TryGetValue(key, out var found)) return null;
        var labels = names.ToDictionary(static pair => pair.Value, static pair => pair.Key);
        return new LabelledArray(found.Value, new string([.. found.Axes.Select(name => labels[name])]), factors);
    }

    // Whatever their order.
    private static long FactorsOf(IReadOnlyList<LabelledArray> factors) => factors.Sum(static factor => (factor.Value + 1L) * (factor.Value + 3L) * 0x9E3779B9L);

    // Labels are named in order of appearance, with the factors in an order that does not depend on letters. Equal keys
    // are equal products; two spellings of one product may have different keys where a factor occurs several times.
    private (string Key, Dictionary<char, char> Names) Key(IReadOnlyList<LabelledArray> factors, IEnumerable<char> kept)
    {
        var stays = kept.ToHashSet();
        var places = new Dictionary<char, List<string>>();
        foreach (var factor in factors)
        {
            budget.Visit();
            for (var axis = 0; axis < factor.Axes.Length; axis++)
            {
                if (!places.TryGetValue(factor.Axes[axis], out var seen)) places[factor.Axes[axis]] = seen = [];
                seen.Add(FormattableString.Invariant($"{factor.Value}.{axis}"));
            }
        }

        var signs = places.ToDictionary(static pair => pair.Key, pair => string.Join('+', pair.Value.Order(StringComparer.Ordinal)) + (stays.Contains(pair.Key) ? "!" : ""));
        var ordered = factors.OrderBy(static factor => factor.Value).ThenBy(factor => string.Join(' ', factor.Axes.Select(label => signs[label])), StringComparer.Ordinal);
        var names = new Dictionary<char, char>();
        var key = new StringBuilder();
        foreach (var factor in ordered)
        {
            key.Append(factor.Value).Append(':');
            foreach (var label in factor.Axes)
            {
                if (!names.TryGetValue(label, out var name)) names[label] = name = (char)('a' + names.Count);
                key.Append(name);
            }

            key.Append(';');
        }

        key.Append('>').Append([.. stays.Where(names.ContainsKey).Select(label => names[label]).Order()]);
        return (key.ToString(), names);
    }
}
