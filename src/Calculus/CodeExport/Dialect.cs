using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>How a language writes formulas and programs.</summary>
internal abstract class Dialect
{
    /// <summary>The name of the language, for people.</summary>
    public abstract string Language { get; }

    /// <summary>What begins a comment.</summary>
    public abstract string Comment { get; }

    /// <summary>Whether both branches of a choice are computed, and differentiated by the library, whichever is taken.</summary>
    public virtual bool ComputesBothBranches => false;

    /// <summary>Writes arrays for a walk.</summary>
    public abstract ArrayWriter Arrays(Formulas formulas);

    /// <summary>Whether a name is reserved.</summary>
    public abstract bool Reserves(string name);

    /// <summary>A name in the letters of the language.</summary>
    public virtual string Identifier(string name) => name;

    /// <summary>A number that is not negative, as a coefficient.</summary>
    public abstract Fragment Coefficient(Rational value);

    /// <summary>A number that is not negative, by itself.</summary>
    public virtual Fragment Number(Rational value) => Literals.Exact(value, wholeNumbers: false);

    /// <summary>A mathematical constant.</summary>
    public abstract Fragment Constant(string name);

    /// <summary>A power with a numeric exponent, other than 0, 1 and those written as a quotient or a root.</summary>
    public abstract Fragment Power(Fragment @base, Rational exponent);

    /// <summary>Any power.</summary>
    public abstract Fragment Power(Fragment @base, Fragment exponent);

    /// <summary>The template by which a function is written.</summary>
    public abstract string Template(Spellings spellings);

    /// <summary>A call by its template.</summary>
    public virtual Fragment Call(string template, IReadOnlyList<Fragment> arguments) => Fill(template, arguments);

    /// <summary>A comparison of two numbers.</summary>
    public virtual Fragment Compare(string relation, Fragment a, Fragment b) =>
        new($"{a.At(Tightness.Sum)} {relation} {b.At(Tightness.Sum)}", Tightness.Choice) { IsCondition = true };

    /// <summary>A condition made of conditions.</summary>
    /// <param name="name">and, or, not</param>
    /// <param name="conditions">One or two conditions.</param>
    public abstract Fragment Connect(string name, IReadOnlyList<Fragment> conditions);

    /// <summary>One of two values by a condition.</summary>
    public abstract Fragment Choose(Fragment condition, Fragment then, Fragment otherwise);

    /// <summary>A condition as 1 or 0.</summary>
    public Fragment AsNumber(Fragment fragment) => fragment.IsCondition ? Choose(fragment, Number(Rational.One), Number(Rational.Zero)) : fragment;

    /// <summary>Whether a number is not 0.</summary>
    public Fragment AsCondition(Fragment fragment) => fragment.IsCondition ? fragment : Compare("!=", fragment, Number(Rational.Zero));

    /// <summary>A line that names a common part.</summary>
    public abstract string Let(string name, Fragment value);

    /// <summary>The whole program.</summary>
    public abstract string Assemble(CodeParts parts);

    /// <summary>A template with its arguments put in; brackets only where an argument is next to an operator.</summary>
    protected static Fragment Fill(string template, IReadOnlyList<Fragment> arguments)
    {
        var text = new StringBuilder();
        var done = 0;
        for (var place = template.IndexOf('{', StringComparison.Ordinal); place >= 0; place = template.IndexOf('{', done))
        {
            var argument = arguments[template[place + 1] - '0'];
            var before = template[place - 1] == '(' || template.AsSpan(0, place).EndsWith(", ", StringComparison.Ordinal);
            var isWhole = before && template[place + 3] is (')' or ',');
            text.Append(template, done, place - done).Append(isWhole ? argument.Text : argument.At(Tightness.Power));
            done = place + 3;
        }

        text.Append(template, done, template.Length - done);
        return new Fragment(text.ToString(), char.IsAsciiDigit(template[0]) ? Tightness.Product : Tightness.Atom);
    }
}
