using Calculus.Budgets;

namespace Calculus.Syntax.Latex;

/// <summary>
/// Divergences, curls and Laplacians by variables that are not named beside the sign: those of the function that is differentiated, else those of the
/// function that is defined, else the names that stand in it, in the order of the alphabet. A field in round brackets is a vector.
/// </summary>
internal static class LatexFields
{
    private readonly record struct Head(int Start, int Body, int End, string Name, List<string>? Parameters);

    /// <summary>Puts the variables into the tokens of a text.</summary>
    /// <param name="tokens">Every token.</param>
    /// <param name="vocabulary">The names that have a meaning beforehand.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="LimitException">With their variables there are too many tokens.</exception>
    public static void Complete(List<Token> tokens, Vocabulary vocabulary, Budget budget)
    {
        if (!tokens.Exists(static token => IsField(token))) return;
        var heads = HeadsOf(tokens);
        // From the end, so that places before stay what they are.
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (!IsField(tokens[i])) continue;
            budget.SpendOperations(tokens.Count);
            var (open, close) = (i + 1, Closing(tokens, i + 1));
            if (tokens[i].Form == CallForm.Field)
            {
                MakeVector(tokens, LastArgument(tokens, open, close), close);
                continue;
            }

            tokens[i] = tokens[i] with { Form = CallForm.Field };
            var names = Variables(tokens, heads, open + 1, close, vocabulary, out var isCalled);
            if (tokens.Count + (4 * names.Count) + 2 >= budget.Limits.Tokens)
                throw new LimitException("tokens", budget.Limits.Tokens, $"A definition has at most {budget.Limits.Tokens} tokens.") { Start = tokens[i].Start, End = tokens[i].End };
            if (isCalled) InsertCall(tokens, close, names);
            else MakeVector(tokens, open + 1, close);
            var at = tokens[i].End;
            tokens.InsertRange(open + 1, names.SelectMany(name => new[] { new Token(TokenKind.Name, at, at, name), new Token(TokenKind.Comma, at, at, "") }));
        }
    }

    private static bool IsField(Token token) => token.Form is CallForm.Field or CallForm.UnnamedField;

    /// <summary>Whether the name at a place is given a meaning there: <c>u =</c>, <c>u(x, y) =</c>.</summary>
    public static bool IsHead(List<Token> tokens, int name) => BodyOf(tokens, name) >= 0;

    private static int BodyOf(List<Token> tokens, int name)
    {
        var at = name + 1;
        if (at < tokens.Count && tokens[at].Kind == TokenKind.LeftRound)
        {
            while (at < tokens.Count && tokens[at].Kind is TokenKind.LeftRound or TokenKind.Name or TokenKind.Comma or TokenKind.Semicolon) at++;
            if (at == tokens.Count || tokens[at].Kind != TokenKind.RightRound) return -1;
            at++;
        }

        return at < tokens.Count && tokens[at].Kind is TokenKind.Assign or TokenKind.Equal ? at + 1 : -1;
    }

    private static List<Head> HeadsOf(List<Token> tokens)
    {
        var heads = new List<Head>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count)
            {
                if (tokens[i].Kind is TokenKind.LeftRound or TokenKind.LeftSquare) depth++;
                if (tokens[i].Kind is TokenKind.RightRound or TokenKind.RightSquare) depth--;
                if (tokens[i].Kind != TokenKind.Semicolon || depth > 0) continue;
            }

            if (start < i && tokens[start].Kind == TokenKind.Name && BodyOf(tokens, start) is >= 0 and var body)
            {
                var parameters = tokens[start + 1].Kind == TokenKind.LeftRound ? tokens[(start + 2)..(body - 1)].Where(static token => token.Kind == TokenKind.Name).Select(static token => token.Text).ToList() : null;
                heads.Add(new(start, body, i, tokens[start].Text, parameters));
            }

            start = i + 1;
        }

        return heads;
    }

    private static List<string> Variables(List<Token> tokens, List<Head> heads, int from, int to, Vocabulary vocabulary, out bool isCalled)
    {
        isCalled = false;
        if (tokens[from] is { Kind: TokenKind.Name, Form: CallForm.Plain or CallForm.Value } first && heads.Find(head => string.Equals(head.Name, first.Text, StringComparison.Ordinal)).Parameters is { } own)
        {
            isCalled = to == from + 1;
            if (isCalled) return own;
            // F(x, y), and nothing behind it.
            if (tokens[from + 1].Kind == TokenKind.LeftRound && Closing(tokens, from + 1) == to - 1
                && tokens[(from + 2)..(to - 1)] is var given && given.TrueForAll(static token => token.Kind is TokenKind.Name or TokenKind.Comma))
                return [.. given.Where(static token => token.Kind == TokenKind.Name).Select(static token => token.Text)];
        }

        if (heads.FindLast(head => head.Start <= from) is { Parameters: { } around } holder && holder.End >= to) return around;
        return [.. Names(tokens, heads, from, to, vocabulary).Order(StringComparer.Ordinal)];
    }

    // The names of values in a part, and in what names there stand for.
    private static HashSet<string> Names(List<Token> tokens, List<Head> heads, int from, int to, Vocabulary vocabulary)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var (seen, rest) = (new HashSet<string>(StringComparer.Ordinal), new Stack<(int From, int To)>([(from, to)]));
        while (rest.TryPop(out var part))
        {
            for (var i = part.From; i < part.To; i++)
            {
                if (tokens[i] is not { Kind: TokenKind.Name, Form: CallForm.Plain or CallForm.Value, Text: var name }) continue;
                var head = heads.Find(head => string.Equals(head.Name, name, StringComparison.Ordinal));
                if (head.Name is not null)
                {
                    if (head.Parameters is null && seen.Add(name)) rest.Push((head.Body, head.End));
                }
                else if ((i + 1 == tokens.Count || tokens[i + 1].Kind is not (TokenKind.Assign or TokenKind.LeftRound) || !vocabulary.Functions.Contains(name))
                    && (vocabulary.Declared.Contains(name) || name is not ("e" or "pi" or "inf")))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    private static int Closing(List<Token> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.LeftRound or TokenKind.LeftSquare) depth++;
            if (tokens[i].Kind is TokenKind.RightRound or TokenKind.RightSquare && --depth == 0) return i;
        }

        return tokens.Count;
    }

    private static int LastArgument(List<Token> tokens, int open, int close)
    {
        var (depth, last) = (0, open + 1);
        for (var i = open; i < close; i++)
        {
            if (tokens[i].Kind is TokenKind.LeftRound or TokenKind.LeftSquare) depth++;
            if (tokens[i].Kind is TokenKind.RightRound or TokenKind.RightSquare) depth--;
            if (tokens[i].Kind == TokenKind.Comma && depth == 1) last = i + 1;
        }

        return last;
    }

    private static void InsertCall(List<Token> tokens, int close, List<string> names)
    {
        var at = tokens[close - 1].End;
        var call = new List<Token> { new(TokenKind.LeftRound, at, at, "") };
        foreach (var name in names)
        {
            if (call.Count > 1) call.Add(new Token(TokenKind.Comma, at, at, ""));
            call.Add(new Token(TokenKind.Name, at, at, name));
        }

        call.Add(new Token(TokenKind.RightRound, at, at, ""));
        tokens.InsertRange(close, call);
    }

    // (x^2, x y) is [x^2, x y].
    private static void MakeVector(List<Token> tokens, int from, int to)
    {
        if (tokens[from].Kind != TokenKind.LeftRound || Closing(tokens, from) != to - 1) return;
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind is TokenKind.LeftRound or TokenKind.LeftSquare) depth++;
            if (tokens[i].Kind is TokenKind.RightRound or TokenKind.RightSquare) depth--;
            if (tokens[i].Kind != TokenKind.Comma || depth != 1) continue;
            tokens[from] = tokens[from] with { Kind = TokenKind.LeftSquare };
            tokens[to - 1] = tokens[to - 1] with { Kind = TokenKind.RightSquare };
            return;
        }
    }
}
