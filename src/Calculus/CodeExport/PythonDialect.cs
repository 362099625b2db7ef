using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Python with an array library: the formulas take numbers and, entry by entry, arrays.</summary>
internal abstract class PythonDialect : Dialect
{
    private readonly HelperTexts _helpers;

    /// <summary>Reads the helpers.</summary>
    protected PythonDialect() => _helpers = HelperTexts.Of(Helper, "def ", static _ => false, Translated, PythonFunctions.All);

    /// <inheritdoc/>
    public override string Comment => "#";

    /// <summary>What the library is called in code, with its point.</summary>
    public abstract string Library { get; }

    /// <summary>What makes an array of plain numbers.</summary>
    public virtual string Literal => Library + "array";

    /// <summary>The functions of the largest and of the smallest entry.</summary>
    public virtual string Largest => Library + "max";

    /// <inheritdoc cref="Largest"/>
    public virtual string Smallest => Library + "min";

    /// <summary>The options of einsum for more than two factors.</summary>
    public virtual string EinsumOptions => ", optimize=True";

    /// <summary>log Σ exp along axes.</summary>
    public virtual string LogSumExp(string x, string axes) => $"logsumexp({x}, {axes})";

    /// <summary>The entries at some positions of an axis.</summary>
    public virtual string Take(string x, string places, int axis) => string.Create(CultureInfo.InvariantCulture, $"{Library}take({x}, {places}, axis={axis})");

    /// <summary>A value as an object of the library.</summary>
    public virtual Fragment AsArray(Fragment fragment) => fragment;

    /// <inheritdoc/>
    public override ArrayWriter Arrays(Formulas formulas) => new PythonArrays(formulas, this);

    /// <inheritdoc/>
    public override bool Reserves(string name) => Keywords.Python.Contains(name) || _helpers.Has(name);

    /// <summary>Python reads names in this normal form: two spellings of one letter are one name.</summary>
    public override string Identifier(string name) => name.Normalize(NormalizationForm.FormKC);

    /// <inheritdoc/>
    public override Fragment Coefficient(Rational value) => Literals.Exact(value, wholeNumbers: true);

    /// <inheritdoc/>
    public override Fragment Constant(string name) => name switch
    {
        NamedConstants.Tau => new Fragment("2 * math.pi", Tightness.Product) { IsPlain = true },
        NamedConstants.E => Fragment.Atom("math.e") with { IsPlain = true },
        NamedConstants.Pi => Fragment.Atom("math.pi") with { IsPlain = true },
        _ => Fragment.Atom("math.inf") with { IsPlain = true },
    };

    /// <inheritdoc/>
    public override Fragment Power(Fragment @base, Rational exponent)
    {
        // For plain numbers Python would refuse 0^-1, and make a root of a negative number complex.
        if (@base.IsPlain) return Call(GeneralPower, [@base, new Fragment(Literals.Double(exponent.ToDouble()), exponent.Sign < 0 ? Tightness.Sign : Tightness.Atom) { IsPlain = true }]);
        var number = Coefficient(exponent.Abs());
        return new Fragment($"{@base.At(Tightness.Atom)}**{(exponent.Sign < 0 ? "-" : "")}{number.At(Tightness.Atom)}", Tightness.Power);
    }

    /// <inheritdoc/>
    public override Fragment Power(Fragment @base, Fragment exponent) => @base.IsPlain
        ? Call(GeneralPower, [@base, exponent])
        : new Fragment($"{@base.At(Tightness.Atom)}**{exponent.At(Tightness.Atom)}", Tightness.Power);

    /// <inheritdoc/>
    public override Fragment Connect(string name, IReadOnlyList<Fragment> conditions) =>
        Fragment.Atom($"{Library}logical_{name}({string.Join(", ", conditions.Select(static condition => condition.Text))})") with { IsCondition = true };

    /// <inheritdoc/>
    public override Fragment Choose(Fragment condition, Fragment then, Fragment otherwise) =>
        Fragment.Atom($"{Library}where({condition.Text}, {then.Text}, {otherwise.Text})");

    /// <inheritdoc/>
    public override string Let(string name, Fragment value) => $"{name} = {value.Text}";

    /// <inheritdoc/>
    public override string Assemble(CodeParts parts)
    {
        var helpers = _helpers.NeededBy(parts.Functions.SelectMany(static function => function.Lines.Concat(function.Results)));
        var code = new StringBuilder();
        foreach (var line in parts.Title) code.Append("# ").AppendLine(line);
        var body = new StringBuilder();
        foreach (var helper in helpers) body.AppendLine().AppendLine().AppendLine(helper);
        foreach (var function in parts.Functions) Write(function, body);
        Ending(parts, body);
        if (Uses(body, "math.")) code.AppendLine().AppendLine("import math");
        code.AppendLine().Append(CArrays.Has(parts) && parts.Functions.Any(static function => function.HasChoices) ? ImportsWithChoices : Imports);
        if (parts.Data.Count > 0) code.AppendLine();
        foreach (var (name, value) in parts.Data) code.AppendLine(CultureInfo.InvariantCulture, $"{name} = {(value.Shape.IsScalar ? Datum(value.Number) : $"{Literal}({CodeArrays.Nested(value)})")}");
        return code.Append(body).ToString();
    }

    /// <summary>The template of a power by a call.</summary>
    protected virtual string GeneralPower => Library + "power({0}, {1})";

    /// <summary>The lines that import the library.</summary>
    protected abstract string Imports { get; }

    /// <summary>The same where arrays are chosen from entry by entry, so that both branches are computed.</summary>
    protected virtual string ImportsWithChoices => Imports;

    /// <summary>A constant as an object of the library, so that division follows IEEE 754.</summary>
    protected abstract string Datum(double value);

    /// <summary>The line that turns what is given into objects of the library.</summary>
    protected abstract string Taken(string parameter);

    /// <summary>A helper's definition, by NumPy's names or the library's own.</summary>
    protected virtual string? Helper(Spellings spellings) => spellings.NumPyHelper;

    /// <summary>A helper's definition by the library's names.</summary>
    protected virtual string Translated(string helper) => helper;

    /// <summary>What encloses the body of a function whose choices compute both branches, or null.</summary>
    protected virtual string? Guard => null;

    /// <summary>The comparisons.</summary>
    protected abstract void Ending(CodeParts parts, StringBuilder code);

    /// <summary>A comparison by a function <c>close</c>.</summary>
    protected static string Comparison(CodeCheck check)
    {
        if (check.Function.Arrays is { } arrays)
        {
            var parts = CodeArrays.Split(check.Expected, arrays.Results).Select(CodeArrays.Nested);
            var call = $"{check.Function.Name}({Arguments(check)})";
            return check.Function.IsOneValue ? $"assert close({call}, {parts.First()})" : $"assert all_close({call}, [{string.Join(", ", parts)}])";
        }

        string[] numbers = [.. check.Expected.Select(Literals.Double)];
        var expected = check.Function.Content switch
        {
            CodeContent.Value => numbers[0],
            CodeContent.Gradient => $"[{string.Join(", ", numbers)}]",
            _ => $"[{string.Join(", ", numbers.Chunk(check.Function.Columns).Select(static row => $"[{string.Join(", ", row)}]"))}]",
        };
        return $"assert close({check.Function.Name}({Arguments(check)}), {expected})";
    }

    /// <summary>The point of a comparison.</summary>
    protected static string Arguments(CodeCheck check) => string.Join(", ", check.Function.Arrays is { } arrays ? CodeArrays.Split(check.Point, arrays.Parameters).Select(CodeArrays.Nested) : check.Point.Select(Literals.Double));

    private static bool Uses(StringBuilder body, string name) => body.ToString().Contains(name, StringComparison.Ordinal);

    private void Write(CodeFunction function, StringBuilder code)
    {
        code.AppendLine().AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"def {function.Name}({string.Join(", ", function.Parameters)}):")
            .AppendLine(CultureInfo.InvariantCulture, $"    \"\"\"{function.Says}\"\"\"");
        foreach (var parameter in function.Parameters) code.Append("    ").AppendLine(Taken(parameter));
        var indent = "    ";
        if (function.HasChoices && Guard is { } guard)
        {
            code.Append(indent).AppendLine(guard);
            indent += "    ";
        }

        foreach (var line in function.Lines) code.Append(indent).AppendLine(line);
        if (function.IsOneValue)
        {
            code.Append(indent).Append("return ").AppendLine(function.Results[0]);
            return;
        }

        code.Append(indent).AppendLine("return [");
        IEnumerable<string> entries = function.Content == CodeContent.Hessian && function.Arrays is null
            ? function.Results.Chunk(function.Columns).Select(static row => $"[{string.Join(", ", row)}]")
            : function.Results;
        foreach (var entry in entries) code.Append(indent).Append("    ").Append(entry).AppendLine(",");
        code.Append(indent).AppendLine("]");
    }
}
