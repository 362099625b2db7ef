using System.Globalization;

namespace Calculus.Syntax;

/// <summary>Options by name behind the arguments of a call, as NumPy and PyTorch spell them: <c>mean(X, axis=0, keepdims=True)</c>.</summary>
internal sealed partial class ExpressionParser
{
    private bool TryReadOption()
    {
        if (Next.Kind != TokenKind.Assign || !BeginsElement(GroupKind.Call) || OptionNamed(Current.Text) is not { } name) return false;
        var isNegative = _tokens[_position + 2].Kind == TokenKind.Minus;
        var value = _tokens[_position + (isNegative ? 3 : 2)];
        // sum(axis = 1..n, …) has an index of that name.
        var behind = _tokens[_position + (isNegative ? 4 : 3)];
        if (value.Kind != TokenKind.End && behind.Kind is not (TokenKind.Comma or TokenKind.RightRound)) return false;
        if (_position == _groups.Peek().Token + 1)
            throw new FormulaException($"'{Current.Text}' comes before what it is about.", Current.Span.To(value.Span), $"write {_groups.Peek().Function!.Name}(X, {Current.Text}=…)");
        var written = name is "keepdims" ? Truth(value, isNegative) : WholeNumber(value, isNegative);
        if (written is null)
        {
            throw new FormulaException(
                $"'{Current.Text}' is {(name is "keepdims" ? "True or False" : "a whole number")}.", Current.Span.To(value.Span),
                name is "keepdims" ? "write keepdims=True" : $"write {Current.Text}=0");
        }

        Push(new SyntaxNode(SyntaxKind.Option, Current.Span.To(value.Span), $"{name}={written}"), 0);
        _position += isNegative ? 4 : 3;
        _wantsOperand = false;
        return true;
    }

    private static string? OptionNamed(string name) => name switch
    {
        "axis" or "dim" => "axis",
        "keepdims" or "keepdim" => "keepdims",
        "ddof" => "ddof",
        _ => null,
    };

    private static string? Truth(Token value, bool isNegative) => isNegative ? null : value.Text switch
    {
        "True" or "true" or "1" => "True",
        "False" or "false" or "0" => "False",
        _ => null,
    };

    private static string? WholeNumber(Token value, bool isNegative) =>
        value.Kind == TokenKind.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100
            ? (isNegative ? -number : number).ToString(CultureInfo.InvariantCulture)
            : null;
}
