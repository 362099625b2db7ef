using Calculus.Binding;
using Calculus.Exercises;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Syntax;
using Verdict = Calculus.Exercises.Verdict;

namespace Calculus;

/// <summary>Marks answers by their meaning, and names the slip that leads to a wrong one.</summary>
/// <param name="work">The exercise.</param>
internal sealed class ExerciseMarker(ExerciseWork work)
{
    private const double Same = 1e-9;
    private const int FewestDigits = 3;

    private Study Study => work.Study;

    private Exercise Exercise => work.Exercise;

    // An answer that was read: its formula, and its value at the point of the exercise.
    private sealed record Read(string Text, Expression Formula, double Number, bool IsFormula);

    /// <summary>Marks an answer.</summary>
    /// <param name="answers">A text for each part; empty where nothing is answered yet.</param>
    public ExerciseMark Mark(IReadOnlyList<string> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.All(string.IsNullOrWhiteSpace)) return new(Verdict.Empty, "Nothing is answered yet.", null, [.. work.Parts.Select(static part => new PartMark(part.Name, Verdict.Empty))]);
        var (parts, read) = (new PartMark[answers.Count], new Read?[answers.Count]);
        MarkedSlip? slip = null;
        for (var i = 0; i < answers.Count; i++)
        {
            var verdict = Verdict.Empty;
            FormulaException? fault = null;
            if (!string.IsNullOrWhiteSpace(answers[i])) verdict = Try(answers[i], i, out read[i], out fault, ref slip);
            parts[i] = new(work.Parts[i].Name, verdict, fault);
        }

        if (slip is null && parts.All(static part => part.Verdict is Verdict.Wrong or Verdict.Right) && parts.Any(static part => part.Verdict is Verdict.Wrong)) slip = Diagnose([.. read.Select(static each => each!)], parts) ?? (Exercise.IsFormula ? null : RoundedTooFar([.. read.Select(static each => each!)]));
        var whole = parts.Any(static part => part.Verdict is Verdict.Unreadable) ? Verdict.Unreadable
            : parts.Any(static part => part.Verdict is Verdict.Wrong) ? Verdict.Wrong
            : parts.Any(static part => part.Verdict is Verdict.Empty) ? Verdict.Empty : Verdict.Right;
        return new(whole, Words(whole, parts, slip), slip is null || !Tells(slip) ? slip : slip with { Explanation = slip.Title + "." }, parts);
    }

    private static string Words(Verdict whole, PartMark[] parts, MarkedSlip? slip)
    {
        var right = parts.Count(static part => part.Verdict is Verdict.Right);
        return whole switch
        {
            Verdict.Right => "Right.",
            Verdict.Empty => right > 0 ? $"Right so far: {right} of {parts.Length}." : "Nothing is answered yet.",
            Verdict.Unreadable => parts.First(static part => part.Verdict is Verdict.Unreadable).Fault!.Message,
            _ => (right > 0 ? $"{right} of {parts.Length} {(right == 1 ? "is" : "are")} right. " : "") + (slip is null ? "Not right yet." : $"Not right yet: {slip.Title}."),
        };
    }

    // An explanation quotes what it is about; where that is the whole answer, the title has to do.
    private bool Tells(MarkedSlip slip) => Exercise.IsFormula && work.Answers[0].Text is { Length: > 3 } answer && slip.Explanation.Contains(answer, StringComparison.Ordinal);

    private Verdict Try(string text, int part, out Read? read, out FormulaException? fault, ref MarkedSlip? slip)
    {
        (read, fault) = (null, null);
        var label = AnswerText.LabelOf(text);
        try
        {
            var beside = Study.ReadFormula(text[label..]);
            if (beside.Nodes.Any(IsDerivative))
            {
                slip = new("derivative-only-named", "The derivative is only named", "Work the derivative out: the answer must not contain a derivative.");
                return Verdict.Wrong;
            }

            if (Exercise.IsFormula) return IsRight(beside.Formula, text[label..], ref slip, out read) ? Verdict.Right : Verdict.Wrong;
            return IsRightNumber(beside, text[label..], part, ref slip, out read) ? Verdict.Right : Verdict.Wrong;
        }
        catch (FormulaException cannot)
        {
            if (Exercise.Asked is AskedFor.Limit && HasStep(text))
            {
                slip = new("step-kept", "The step h is still there", "Divide by h first, then put 0 in its place: the derivative does not contain h.");
                return Verdict.Wrong;
            }

            if (cannot.IsOfShapes)
            {
                slip = ShapeSlip(text[label..], cannot.Message);
                return Verdict.Wrong;
            }

            fault = label == 0 ? cannot : new FormulaException(cannot.Message, new(cannot.Span.Start + label, cannot.Span.End + label), cannot.Hint);
            return Verdict.Unreadable;
        }
    }

    private bool IsDerivative(SyntaxNode node) => node.Primes > 0 || (node.Kind is SyntaxKind.Call && (node.Text is Binder.DerivativeName || string.Equals(node.Text, Study.Name, StringComparison.Ordinal)));

    private static bool HasStep(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == 'h' && (i == 0 || !char.IsAsciiLetter(text[i - 1])) && (i + 1 == text.Length || !char.IsAsciiLetter(text[i + 1]))) return true;
        }

        return false;
    }

    private bool IsRight(Expression formula, string text, ref MarkedSlip? slip, out Read? read)
    {
        read = new(text, formula, double.NaN, true);
        if (formula.Shape == Study.ShapeOf(Exercise.Variable)) return Report(formula).Correct == true;
        slip = ShapeSlip(text, $"The answer is {formula.Shape}, but the gradient has the shape of {Exercise.Variable}: {Study.ShapeOf(Exercise.Variable)}.");
        return false;
    }

    private bool IsRightNumber(FormulaBeside beside, string text, int part, ref MarkedSlip? slip, out Read? read)
    {
        var isFormula = Reachable.From(beside.Formula).OfType<Symbol>().Any(static symbol => symbol.Role is SymbolRole.Variable);
        if (!beside.Formula.Shape.IsScalar)
        {
            read = new(text, beside.Formula, double.NaN, isFormula);
            slip = new("number-expected", "A number is asked for", "The answer of this part is one number.");
            return false;
        }

        var number = Study.At([beside.Formula], work.Point).Numbers[0];
        var right = work.Numbers[part];
        read = new(text, beside.Formula, number, isFormula);
        if (isFormula)
        {
            if (Math.Abs(number - right) <= Same * Math.Max(1, Math.Abs(right))) slip = new("point-not-put-in", "The point is not put in yet", "The formula is right: put the numbers of the point in.");
            else slip ??= new("number-expected", "A number is asked for", "Put the numbers of the point in, so that no variable is left.");
            return false;
        }

        return Math.Abs(number - right) <= Same * Math.Max(Math.Abs(right), 1e-3) || ExerciseNumbers.Rounds(text, right) >= FewestDigits;
    }

    // What else explains a number of one or two digits is likelier.
    private MarkedSlip? RoundedTooFar(IReadOnlyList<Read> read)
    {
        for (var i = 0; i < read.Count; i++)
        {
            if (Agreement.Digits(work.Numbers[i]) >= FewestDigits && ExerciseNumbers.Rounds(read[i].Text, work.Numbers[i]) is > 0 and < FewestDigits)
                return new("rounded-too-far", "The number is rounded to too few digits", "Give three significant digits or more, or the exact value as a fraction or a root.");
        }

        return null;
    }

    private GradientReport Report(Expression formula) => Study.CheckGradient([new(PlaceOf(Exercise.Variable), null, formula)], work.Point);

    private int PlaceOf(string variable) => Study.Variables.ToList().IndexOf(variable);

    // A matrix that is transposed, or not, in one place of the text and more is the likeliest reason for shapes that do not fit.
    private MarkedSlip ShapeSlip(string text, string otherwise)
    {
        foreach (var turned in TransposedTexts.Of(text, [.. Exercise.Arrays.Where(static each => each.Value.Shape.Rank == 2).Select(static each => each.Key)]))
        {
            try
            {
                var formula = Study.ReadFormula(turned).Formula;
                if (formula.Shape == Study.ShapeOf(Exercise.Variable) && Report(formula).Correct == true)
                    return new("transposed", "A matrix is used where its transpose belongs", "In the derivative of a product of matrices the other factors are transposed, so that the gradient has the shape of the variable.");
            }
            catch (FormulaException)
            {
                // This spelling does not fit either; the next one is tried.
            }
        }

        return new("shapes-do-not-fit", "The shapes do not fit", otherwise);
    }

    private MarkedSlip? Diagnose(Read[] read, PartMark[] parts)
    {
        double[] numbers = [.. read.Select(static each => each.Number)];
        switch (Exercise.Asked)
        {
            case AskedFor.Derivative or AskedFor.Limit: return Of(Report(read[0].Formula));
            case AskedFor.Slope:
                var secant = work.Secant();
                double Slope(double at) => Study.At([Study.Derivative(Exercise.Variable)], [at]).Numbers[0];
                return First(AnswerSlips.OfSlope(secant.FromX.ToDouble(), secant.FromY!.Value.ToDouble(), secant.ToX.ToDouble(), secant.ToY!.Value.ToDouble(), Slope(Exercise.Point[0]), Slope(Exercise.Other[0])), numbers);
            case AskedFor.Along: return First(AnswerSlips.OfDirection(work.Gradient, Exercise.Other, Study.At([], work.Point).Value.Number), numbers);
            case AskedFor.Gradient: return Of(Values(numbers));
            default:
                return First(AnswerSlips.OfStep(Exercise.Point, work.Gradient, Exercise.Rate, at => Study.At(work.Partials, at).Numbers), numbers)
                    ?? Of(Values([.. numbers.Select((x, i) => parts[i].Verdict is Verdict.Right ? work.Gradient[i] : (Exercise.Point[i] - x) / Exercise.Rate)]));
        }
    }

    private GradientReport Values(double[] gradient) => Study.CheckGradient([.. gradient.Select((x, i) => new Claim(i, ArrayValue.Of(Math.Round(x, 12))))], work.Point, Same);

    private static MarkedSlip? First(IEnumerable<AnswerSlip> slips, double[] numbers) =>
        slips.FirstOrDefault(slip => AnswerSlips.Explains(slip, numbers)) is { } found ? new(found.Slip, found.Title, found.Explanation) : null;

    private static MarkedSlip? Of(GradientReport report)
    {
        // A rule that went wrong tells more than that its result has the wrong sign.
        var only = report.Components is [{ Diagnoses: { Count: > 1 } several }] ? several.FirstOrDefault(static each => each.Slip is not "sign-flipped") : null;
        var found = only ?? report.Diagnosis ?? report.Components.FirstOrDefault(static component => component is { Correct: false, Diagnoses.Count: > 0 })?.Diagnoses[0];
        return found is null ? null : new(found.Slip, found.Title, found.Explanation);
    }
}
