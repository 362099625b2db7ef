namespace Fuzz.Targets;

/// <summary>LaTeX out: well-formed, and made of nothing that a user wrote but letters and digits.</summary>
internal sealed class LatexTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "latex";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["Calculus.Printing"];

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => Reading.Both(base.Seeds());

    /// <inheritdoc/>
    public override string? Feed(string input) => Reading.Trying(input, static reading =>
    {
        var study = reading.Study;
        string[] all = [study.Print(study.Function).Latex, study.Written.Latex, .. study.Variables.Take(2).Select(name => study.Print(study.Derivative(name)).Latex)];
        return all.Select(Fault).FirstOrDefault(static fault => fault is not null);
    });

    private static string? Fault(string latex)
    {
        var open = new Stack<string>();
        for (var i = 0; i < latex.Length; i++)
        {
            var letter = latex[i];
            if (letter is < ' ' or > '~' or '%' or '#' or '$' or '"' or '~') return $"a forbidden letter: '{letter}' in {latex}";
            if (letter is '{') open.Push("{");
            if (letter is '}' && !(open.TryPop(out var brace) && brace is "{")) return $"braces: {latex}";
            if (letter is not '\\') continue;
            var word = Word(latex, i + 1);
            i += Math.Max(1, word.Length);
            if (word is "left" || word is "begin") open.Push(word);
            if (word is "right" && !(open.TryPop(out var left) && left is "left")) return $"right without left: {latex}";
            if (word is "end" && !(open.TryPop(out var begin) && begin is "begin")) return $"end without begin: {latex}";
        }

        return open.Count == 0 ? null : $"left open: {open.Peek()} in {latex}";
    }

    private static string Word(string latex, int from)
    {
        var to = from;
        while (to < latex.Length && char.IsAsciiLetter(latex[to])) to++;
        return latex[from..to];
    }
}
