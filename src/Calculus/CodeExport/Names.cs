using System.Globalization;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>The names of a program: as in the definition where the language allows, each for one thing only.</summary>
/// <param name="dialect">The language.</param>
internal sealed class Names(Dialect dialect)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _ofParts = [];
    private int _parts;

    /// <summary>A name for something, close to its own.</summary>
    public string For(string name)
    {
        return FreshName.Of(dialect.Identifier(name), spelled => dialect.Reserves(spelled) || !_taken.Add(spelled));
    }

    /// <summary>Releases names that have gone out of scope; the next function may use them again.</summary>
    public void Release(IEnumerable<string> names)
    {
        _taken.ExceptWith(names);
        _parts = 0;
        _taken.ExceptWith(_ofParts);
        _ofParts.Clear();
    }

    /// <summary>A name for an index or a number of a loop, released with the parts.</summary>
    public string ForIndex(string name)
    {
        // A reserved name of one letter belongs to other functions of the program.
        var own = FreshName.Of(name, taken => !_taken.Add(taken));
        _ofParts.Add(own);
        return own;
    }

    /// <summary>A name for a common part: t1, t2, …</summary>
    public string ForPart()
    {
        while (true)
        {
            var name = "t" + (++_parts).ToString(CultureInfo.InvariantCulture);
            if (dialect.Reserves(name) || !_taken.Add(name)) continue;
            _ofParts.Add(name);
            return name;
        }
    }
}
