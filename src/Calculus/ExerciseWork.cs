using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Exercises;
using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus;

/// <summary>An exercise worked out: its task, what helps, and its solution. Belongs to one request, like the study that it rests on.</summary>
internal sealed class ExerciseWork
{
    private ExerciseWork(Exercise exercise, Study study)
    {
        (Exercise, Study) = (exercise, study);
        Point = exercise.IsFormula ? PointOf(exercise, study) : [.. exercise.Point];
        string[] asked = exercise.Asked is AskedFor.Gradient or AskedFor.Next ? [.. study.Variables] : [exercise.Variable];
        Partials = [.. study.Gradient(exercise.IsFormula ? asked : study.Variables)];
        Gradient = exercise.IsFormula || exercise.Asked is AskedFor.Slope ? [] : study.At(Partials, Point).Numbers;
        Numbers = exercise.IsFormula ? [] : Found();
        Parts = [.. asked.Select(Part)];
    }

    /// <summary>The exercise.</summary>
    public Exercise Exercise { get; }

    /// <summary>Its function.</summary>
    public Study Study { get; }

    /// <summary>What is asked for, one entry for each blank; where there is one, its name is that of no variable in particular.</summary>
    public IReadOnlyList<AskedPart> Parts { get; }

    /// <summary>The right numbers, one for each part; empty where a formula is asked for.</summary>
    public IReadOnlyList<double> Numbers { get; }

    /// <summary>Where the function is looked at: the exercise's own point, or one at which formulas are compared.</summary>
    internal double[] Point { get; }

    /// <summary>The partial derivatives that the exercise needs.</summary>
    internal IReadOnlyList<DerivedFormula> Partials { get; }

    /// <summary>The gradient at the point; empty where the exercise does not need it.</summary>
    internal double[] Gradient { get; }

    /// <summary>Works an exercise out.</summary>
    public static ExerciseWork Of(Exercise exercise, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        var context = BindingContext.Empty with { Data = exercise.Data, Arrays = exercise.Arrays };
        if (exercise.Length > 0) context = context with { Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { [exercise.Variable] = new(exercise.Length) } };
        return new ExerciseWork(exercise, Study.Of(exercise.Definition, context, budget));
    }

    /// <summary>Whether there is something to find: no answer is 0 throughout, and no gradient either.</summary>
    public bool IsWorthwhile => (Exercise.IsFormula || Numbers.All(static x => double.IsFinite(x))) && (Exercise.IsFormula || Numbers.Any(static x => x != 0))
        && (Gradient.Length == 0 || Gradient.Any(static x => x != 0));

    /// <summary>The task in words and formulas.</summary>
    public IReadOnlyList<TaskPiece> Task
    {
        get
        {
            var (written, name) = (Study.Written, Study.Name!);
            var inputs = string.Join(", ", Study.Variables);
            return ExerciseTask.Of(Exercise, Exercise.Data.Count > 0 ? new(Exercise.Definition.Replace("; ", ", ", StringComparison.Ordinal), WrittenDefinition.LinesInLatex(Study.Definition, Study.Variables, Study.Bound.Function.Graph.Budget)) : new($"{name}({inputs}) = {written.Text}", $"{name}({inputs}) = {written.Latex}"), Study.Variables);
        }
    }

    /// <summary>The answer of each part.</summary>
    public IReadOnlyList<Printed> Answers => Exercise.IsFormula
        ? [Study.Print(Partials[0])]
        : [.. Numbers.Select(number => ExerciseNumbers.Print(number))];

    /// <summary>How the answer is found.</summary>
    public IReadOnlyList<Step> Steps()
    {
        switch (Exercise.Asked)
        {
            case AskedFor.Derivative when Study.Variables.Count == 1: return Study.Explain.Derivative(Partials[0]);
            case AskedFor.Limit: return Study.Explain.Limit(Partials[0]);
            case AskedFor.Slope:
                var secant = Secant();
                return Study.Lines.StepsOfSlope(secant, Study.Lines.Line(secant, [Exercise.Point[0], Exercise.Other[0]])!, isOfFunction: true);
            case AskedFor.Along:
                double[] direction = [.. Exercise.Other];
                var length = ExerciseNumbers.Length(direction);
                return Study.StepsAlong(Study.DirectionalDerivative(direction), new(Exercise.Point, direction, length, [.. direction.Select(x => x / length)], Gradient, Numbers[0]));
            default: return Study.Explain.Gradient(Partials);
        }
    }

    /// <summary>The points between which a slope is asked for.</summary>
    internal Secant Secant()
    {
        var (a, b) = (Exercise.Point[0], Exercise.Other[0]);
        return Study.Lines.Secant(a, b, Study.At([], [a]).Value.Number, Study.At([], [b]).Value.Number);
    }

    // Roots and logarithms of exercises are defined from some number on, and no later than here.
    private static double[] PointOf(Exercise exercise, Study study)
    {
        if (study.Variables.Count > 1 || exercise.Length > 0) return study.PointForFormulas();
        DerivedFormula[] derivative = [study.Derivative(exercise.Variable)];
        double[] candidates = [1.3, 2.7, 5.3, 8.9, 13.1];
        foreach (var x in candidates)
        {
            var at = study.At(derivative, [x]);
            if (double.IsFinite(at.Value.Number) && double.IsFinite(at.Numbers[0])) return [x];
        }

        return study.PointForFormulas();
    }

    private double[] Found() => Exercise.Asked switch
    {
        AskedFor.Slope => [Secant().Slope!.Value.ToDouble()],
        AskedFor.Along => [ExerciseNumbers.Dot(Gradient, Exercise.Other) / ExerciseNumbers.Length(Exercise.Other)],
        AskedFor.Next => [.. Gradient.Select((slope, i) => Exercise.Point[i] - (Exercise.Rate * slope))],
        _ => Gradient,
    };

    private AskedPart Part(string variable)
    {
        var name = Study.Name!;
        return Exercise.Asked switch
        {
            AskedFor.Slope => new("slope", "slope", @"\text{slope}"),
            AskedFor.Along => new("slope", "slope", @"\text{slope}"),
            AskedFor.Next => new(variable, $"{variable} after the step", variable),
            AskedFor.Derivative when Exercise.Length > 0 => new(variable, $"gradient of {name} by {variable}", $@"\nabla_{{{variable}}} {name}"),
            _ when Study.Variables.Count == 1 => new(variable, $"{name}'({variable})", $"{name}'({variable})"),
            _ => new(variable, $"d{name}/d{variable}", $@"\frac{{\partial {name}}}{{\partial {variable}}}"),
        };
    }
}

/// <summary>Something that an exercise asks for.</summary>
/// <param name="Name">Its name among the parts: the variable, or <c>slope</c>.</param>
/// <param name="Text">What it is, as text.</param>
/// <param name="Latex">What it is, in LaTeX.</param>
internal sealed record AskedPart(string Name, string Text, string Latex);
