using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Seams;
using Calculus.Syntax;

namespace Calculus.Tests.Language;

/// <summary>A study with everything that it was asked so far, collected as in a request.</summary>
internal sealed class Asked(Study study)
{
    private readonly List<DerivedFormula> _formulas = [];
    private readonly List<IReadOnlyList<Note>> _notes = [];
    private readonly List<KinkReport> _kinks = [];

    public static implicit operator Study(Asked asked) => asked.Study;

    public Study Study { get; } = study;

    public IReadOnlyList<string> Variables => Study.Variables;

    public Expression Function => Study.Function;

    public Definition Definition => Study.Definition;

    public string? Name => Study.Name;

    public string Bracketed => Study.Bracketed;

    /// <summary>The notes on everything that was asked.</summary>
    public IReadOnlyList<Note> Notes => Study.Notes(_formulas, [.. _notes]);

    /// <summary>The kinks that were met.</summary>
    public IReadOnlyList<KinkReport> Kinks => _kinks;

    public Printed Print(Expression expression) => Study.Print(expression);

    public DerivedFormula Derivative(string variable, int order = 1)
    {
        _formulas.Add(Study.Derivative(variable, order));
        return _formulas[^1];
    }

    public IReadOnlyList<DerivedFormula> Gradient(IReadOnlyList<string> variables)
    {
        var partials = Study.Gradient(variables);
        _formulas.AddRange(partials);
        return partials;
    }

    public Evaluation At(IReadOnlyList<DerivedFormula> formulas, params double[] point)
    {
        var at = Study.At(formulas, point);
        _notes.Add(at.Notes);
        _kinks.AddRange(at.Kinks);
        return at;
    }

    public Evaluations AtMany(IReadOnlyList<DerivedFormula> formulas, double[] columns, int count)
    {
        var at = Study.AtMany(formulas, columns, count);
        _notes.Add(at.Notes);
        _kinks.AddRange(at.Kinks);
        return at;
    }

    /// <summary>The gradient by a backward pass.</summary>
    public double[] GradientAt(params double[] point)
    {
        var at = Study.GradientAt(point);
        _notes.Add(at.Notes);
        _kinks.AddRange(at.Kinks);
        return at.Numbers;
    }

    /// <summary>Formulas at a point, in one list of numbers.</summary>
    public double[] Evaluate(IReadOnlyList<DerivedFormula> formulas, params double[] point) => At(formulas, point).Numbers;

    /// <summary>The derivative's text.</summary>
    public string Formula(string variable, int order = 1) => Print(Derivative(variable, order)).Text;

    /// <summary>The derivative's value.</summary>
    public double Slope(string variable, int order, params double[] point) => At([Derivative(variable, order)], point).Values[0].Number;

    /// <summary>The function's value.</summary>
    public double Value(params double[] point) => At([], point).Value.Number;

    /// <summary>The codes of the notes, in order, separated by spaces.</summary>
    public string NoteCodes() => string.Join(' ', Notes.Select(static note => note.Code));
}
