using Calculus.Binding;
using Calculus.Budgets;
using Calculus.CodeExport;
using Calculus.ComputationGraphs;
using Calculus.CriticalPoints;
using Calculus.Derivatives;
using Calculus.EntryByEntry;
using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Optimization;
using Calculus.Printing;
using Calculus.Programs;
using Calculus.Seams;
using Calculus.Syntax;
using Calculus.Taylor;
using Calculus.Verification;
using Claim = Calculus.Verification.Claim;

namespace Calculus;

/// <summary>
/// A function under study: its definition is read once, then asked for formulas and numbers. Points are lists of coordinates, the
/// variables' entries in order, a matrix row by row. Belongs to one request and one thread; everything that it does is paid from the
/// budget that it was given.
/// </summary>
public sealed partial class Study
{
    private const int MostConditions = 8; // nobody reads more

    private readonly Budget _budget;
    private readonly BoundDefinition _bound;
    private readonly FormulaPrinter _printer;
    private readonly DerivativeBook _book;
    private readonly FormulaValues _numbers;
    private readonly CertainFormulas _certain;
    private readonly IReadOnlyList<Note> _reading;

    private Study(BoundDefinition bound, IReadOnlyList<Note> reading, Study? whole, Budget budget)
    {
        (_bound, _reading, Whole, _budget) = (bound, reading, whole, budget);
        Variables = [.. bound.Variables.Select(static symbol => symbol.Name)];
        _printer = FormulaPrinter.Of(bound.Definition, Variables, bound.Context.Data, budget);
        (_book, _certain) = (new DerivativeBook(bound, budget), new CertainFormulas(bound, budget));
        _numbers = new FormulaValues(bound, _printer.Text, (whole ?? this).Layout.NameOf, budget);
        Explain = new Explainer(bound, _book, _printer, budget);
    }

    /// <summary>The definition as written.</summary>
    public Definition Definition => _bound.Definition;

    /// <summary>The name of the function, where it has one.</summary>
    public string? Name => _bound.Name;

    /// <summary>Its inputs, in the order of the signature or else of first appearance.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>How the coordinates of a point lie.</summary>
    public Layout Layout => _bound.Layout;

    /// <summary>The study of vectors and matrices that this one was written out from; null where it was not written out.</summary>
    public Study? Whole { get; }

    /// <summary>How derivatives of the function are found, step by step.</summary>
    public Explainer Explain { get; }

    /// <summary>Straight lines of the function.</summary>
    public FunctionLines Lines => new(_bound, _printer, _certain, _budget);

    /// <summary>The function as a formula.</summary>
    public Expression Function => _bound.Function;

    /// <summary>The definition in its author's order, nothing worked out: the last right-hand side after the statements before it.</summary>
    public Printed Written => WrittenDefinition.Of(Definition, Variables, _bound.SymbolOf(NamedConstants.E).Role is not SymbolRole.Constant, _budget);

    /// <summary>The last statement with every bracket written.</summary>
    public string Bracketed => SyntaxPrinter.Bracketed(Definition.Statements[^1].Body, _budget);

    /// <summary>The definition whose names have found their meaning.</summary>
    internal BoundDefinition Bound => _bound;

    /// <summary>How many operations the function takes, counted on its printed form.</summary>
    public long Operations => OperationCount.Of(Function);

    /// <summary>Reads a definition and gives its names their meaning.</summary>
    /// <exception cref="FormulaException">The text has no meaning; the exception points at the place.</exception>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public static Study Of(string text, BindingContext context, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(context);
        var definition = DefinitionParser.Parse(text, context.Vocabulary, budget);
        var graph = new Graph(budget) { KeepsDecimals = FormulaPrinter.HasDecimals(definition) };
        return new Study(Binder.Bind(definition, context.WithKnownLengths(), graph), definition.Notes, null, budget);
    }

    /// <summary>The shape of a variable.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    public Shape ShapeOf(string variable) => _book.Variable(variable).Shape;

    /// <summary>The same function as a function of numbers, entry by entry; the study itself where there are no arrays.</summary>
    /// <exception cref="UnwritableException">A part has no form in numbers that people would read, or the value is not a number.</exception>
    /// <exception cref="LimitException">The function written out is longer than a definition may be.</exception>
    public Study EntryByEntry()
    {
        if (Reachable.AreNumbers([Function, .. _bound.Variables])) return this;
        var (written, note) = EntryByEntryForm.Of(_bound, _printer.Style, _budget);
        return new Study(written, [.. _reading, note], this, _budget);
    }

    /// <summary>Reads a formula in the function's own scope: its variables, its data, its helpers, and the function itself where it has a name.</summary>
    /// <param name="text">One expression.</param>
    /// <exception cref="FormulaException">The text has no meaning; the position is relative to it.</exception>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public FormulaBeside ReadFormula(string text) => new FormulaReader(_bound).Read(text);

    /// <summary>A formula as text and LaTeX.</summary>
    public Printed Print(Expression expression) => _printer.Print(expression);

    /// <summary>A formula in which numbers of the question stand: in decimals where one of these is a decimal.</summary>
    public Printed Print(Expression expression, ReadOnlySpan<double> numbers) => _printer.Beside(numbers).Print(expression);

    /// <summary>Notes on the reading, and on the formulas and numbers of an answer.</summary>
    /// <param name="formulas">The formulas; a condition that one of them lost is noted.</param>
    /// <param name="numbers">Notes of evaluations.</param>
    public IReadOnlyList<Note> Notes(IEnumerable<DerivedFormula> formulas, params IReadOnlyList<IReadOnlyList<Note>> numbers)
    {
        List<Note> notes = [.. _reading];
        // Where all conditions are told, those that got lost are among them.
        if (!numbers.Any(static each => each.Any(static note => note.Code is NoteCodes.Condition)))
            notes.AddRange(_budget.Extras.Try("the conditions", () => formulas.SelectMany(formula => _book.ConditionsLostIn(formula)).Distinct().Select(Holding).ToList(), []));
        notes.AddRange(numbers.SelectMany(static each => each));
        notes.AddRange(_book.UsedOfData.Select(static phrase => new Note(NoteCodes.Condition, $"This uses that {phrase}, as in the data.")));
        if (_budget.Shortened) notes.Add(new Note(NoteCodes.Shortened, "The formula may have a shorter form: the work allowed for simplification was spent."));
        notes.AddRange(_budget.Extras.LeftOut.Select(static sentence => new Note(NoteCodes.LeftOut, sentence)));
        return [.. notes.Distinct()];
    }

    /// <summary>Where formulas hold that are given for no point: notes on the conditions of the function and of its derivatives.</summary>
    public IReadOnlyList<Note> Conditions(IEnumerable<DerivedFormula> formulas) => _budget.Extras.Try<IReadOnlyList<Note>>(
        "the conditions", () => [.. _book.ConditionsOf(formulas).Select(Holding).Distinct().Take(MostConditions)], []);

    /// <summary>The derivative with respect to one variable, in the form a person would write.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="order">How many times, at least 0.</param>
    /// <exception cref="LimitException">The order or the work goes beyond a limit.</exception>
    public DerivedFormula Derivative(string variable, int order = 1) => _book.Of(_book.Variable(variable), order);

    /// <summary>
    /// The first derivatives by several variables: each has the axes of the function, then those of the variable. The gradient of a number
    /// has its variable's shape; a Jacobian has outputs in rows and inputs in columns.
    /// </summary>
    /// <param name="variables">Some of <see cref="Variables"/>, in the order of the answer.</param>
    public IReadOnlyList<DerivedFormula> Gradient(IReadOnlyList<string> variables) => _book.Partials(Symbols(variables));

    /// <summary>A first derivative in the layout that has inputs in rows and outputs in columns.</summary>
    /// <param name="derivative">One of <see cref="Gradient"/>.</param>
    public DerivedFormula Transposed(DerivedFormula derivative) => _book.Transposed(derivative);

    /// <summary>The derivative of each entry of a list by each variable, a row for each entry; null where the function is not a list of numbers that depends on numbers.</summary>
    /// <param name="variables">Some of <see cref="Variables"/>, in the order of the columns.</param>
    public IReadOnlyList<IReadOnlyList<DerivedFormula>>? EntriesOfJacobian(IReadOnlyList<string> variables) => _book.EntriesOfJacobian(Symbols(variables));

    /// <summary>The second derivatives of a function whose value is a number: entry k, l has the axes of variable k, then those of l.</summary>
    /// <param name="variables">Some of <see cref="Variables"/>, in the order of the answer.</param>
    public IReadOnlyList<IReadOnlyList<DerivedFormula>> Hessian(IReadOnlyList<string> variables) => _book.Hessian(Symbols(variables));

    /// <summary>Whether the function's derivative by a variable is not 0.</summary>
    public bool ChangesWith(string variable) => !Graph.IsZero(Differentiation.Derivative.Of(Function, _book.Variable(variable)));

    /// <summary>Formulas at one point.</summary>
    /// <param name="formulas">Derivatives of the function, or other formulas of its variables.</param>
    /// <param name="point">The coordinates.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    public Evaluation At(IReadOnlyList<DerivedFormula> formulas, double[] point) => _numbers.At(formulas, point);

    /// <inheritdoc cref="CertainFormulas.Exactly"/>
    public Rational[]? Exactly(IReadOnlyList<DerivedFormula> formulas, double[] point) => _certain.Exactly(formulas, point);

    /// <summary>Formulas at many points, each with the numbers that <see cref="At"/> gives there.</summary>
    /// <param name="formulas">Derivatives of the function, or other formulas of its variables.</param>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points there are.</param>
    public Evaluations AtMany(IReadOnlyList<DerivedFormula> formulas, double[] columns, int count) => _numbers.AtMany(formulas, columns, count);

    /// <summary>A formula of numbers made ready to be run by any number of threads.</summary>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    internal Program Compiled(DerivedFormula formula) =>
        Lowering.Compile(Programs.StableForms.Of([formula.Exact]), _bound.Variables, name => _bound.Data.TryGetValue(name, out var datum) && datum.Shape.IsScalar ? datum.Number : null, Variables, _budget);

    /// <summary>The gradient at a point by one backward pass: a value for each of <see cref="Variables"/>.</summary>
    public Evaluation GradientAt(double[] point) => _numbers.At(_book.ExactGradient, point);

    /// <summary>The Hessian times a vector, without building the Hessian.</summary>
    /// <param name="vector">The coordinates of the vector.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <returns>The coordinates of the product, and notes on them.</returns>
    public (double[] Numbers, IReadOnlyList<Note> Notes) HessianVectorProduct(double[] vector, double[] point) => _certain.Product(new DerivativeProducts(_bound).Hessian(), point, vector);

    /// <summary>The Jacobian times a vector, without building the Jacobian.</summary>
    /// <returns>The coordinates of the product, in the shape of the function's value, and notes on them.</returns>
    /// <inheritdoc cref="HessianVectorProduct"/>
    public (double[] Numbers, IReadOnlyList<Note> Notes) JacobianVectorProduct(double[] vector, double[] point) => _certain.Product(new DerivativeProducts(_bound).Jacobian(), point, vector);

    /// <summary>A covector times the Jacobian, without building the Jacobian.</summary>
    /// <param name="covector">A number for each entry of the function's value.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <returns>The coordinates of the product, and notes on them.</returns>
    public (double[] Numbers, IReadOnlyList<Note> Notes) CovectorJacobianProduct(double[] covector, double[] point) => _certain.Product(new DerivativeProducts(_bound).Covector(), point, covector);

    /// <summary>How many elementary operations the products of arrays take when formulas are computed at one point.</summary>
    public long ProductOperations(IReadOnlyList<DerivedFormula> formulas) => Evaluator.Of([.. formulas.Select(static formula => formula.Exact)], _bound.Variables, _bound.Data, _budget).ProductOperations;

    /// <inheritdoc cref="CriticalPointSearch.In"/>
    public CriticalPointSet CriticalPoints(double[] lower, double[] upper)
    {
        using var stage = _budget.In(Stage.Search);
        return new CriticalPointSearch(_bound, _book, _numbers, _budget).In(lower, upper);
    }

    /// <inheritdoc cref="CurveSteps.Of"/>
    public IReadOnlyList<Step> StepsOfCurve(CriticalPointSet found) => new CurveSteps(_bound, _book, Explain, _printer, _numbers, _budget).Of(found);

    /// <summary>The function as something to be minimised.</summary>
    public IObjective Objective() => new FunctionObjective(_bound, _book, _numbers, _budget);

    /// <summary>The function as a sum of squares; one whose value is a vector or a matrix stands for the sum of the squares of its entries.</summary>
    /// <exception cref="DescentException">It is none by its own structure.</exception>
    public Optimization.LeastSquares.ILeastSquaresObjective SumOfSquares() => LeastSquaresObjective.Of(
        _bound, () => new FunctionObjective(_bound, _book, _numbers, _budget), whole => new FormulaValues(whole, _printer.Text, (Whole ?? this).Layout.NameOf, _budget), formula => _printer.Print(formula).Text, _budget);

    /// <summary>The function along one coordinate through a point, on the real axis and near it.</summary>
    /// <param name="coordinate">The coordinate that moves.</param>
    /// <param name="point">The point.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    public AnalyticFunction Along(int coordinate, double[] point) => new AnalyticSection(_bound, coordinate, point, _budget).Function;

    /// <summary>What part of the function has no analytic continuation along one coordinate at a point; null where every part has one.</summary>
    /// <inheritdoc cref="Along"/>
    public Expression? WithoutContinuation(int coordinate, double[] point) => new AnalyticSection(_bound, coordinate, point, _budget).Origin;

    /// <summary>On the curve where the function is 0, how one variable changes with another, and the steps that lead to it.</summary>
    /// <param name="variable">The independent variable.</param>
    /// <param name="of">The dependent one; the function must change with it.</param>
    /// <param name="order">How many times, at least 1.</param>
    public (DerivedFormula Derivative, IReadOnlyList<Step> Steps) ImplicitDerivative(string variable, string of, int order = 1) => Explain.Implicit(_book.Variable(variable), _book.Variable(of), order);

    /// <summary>The Taylor polynomial in one variable; the others are held at the point.</summary>
    /// <param name="variable">The place of the variable.</param>
    /// <param name="point">One number for each of <see cref="Variables"/>.</param>
    /// <param name="order">The highest order, from 0 on.</param>
    /// <exception cref="TaylorException">A derivative up to the order does not exist at the point.</exception>
    public TaylorPolynomial Taylor(int variable, double[] point, int order) => new TaylorExpansion(_bound, _numbers, _printer, variable, point, _budget).Polynomial(order);

    /// <summary>What a Taylor polynomial leaves out within a distance of its point.</summary>
    public TaylorRemainder Remainder(TaylorPolynomial polynomial, double radius) => new TaylorRemainders(_bound, _book, _numbers, _printer, _budget).Of(polynomial, radius);

    /// <summary>Compares a derivative of any order by one variable with those found in other ways: automatically, and from values only.</summary>
    /// <param name="derivative">The derivative in question.</param>
    /// <param name="asked">Points of the question; they are tried first.</param>
    /// <returns>The verdict: null, never a refusal, where its own budget does not suffice to decide.</returns>
    public Verdict Verify(DerivedFormula derivative, IReadOnlyList<double[]> asked) => Verifier.Of(Claim.OfDerivative(_bound, derivative), asked, _budget);

    /// <summary>The same for first derivatives by several variables.</summary>
    /// <inheritdoc cref="Verify(DerivedFormula, IReadOnlyList{double[]})"/>
    public Verdict VerifyGradient(IReadOnlyList<DerivedFormula> partials, IReadOnlyList<double[]> asked) => Verifier.Of(Claim.OfGradient(_bound, partials), asked, _budget);

    /// <summary>The same for second derivatives of a number, row by row.</summary>
    /// <inheritdoc cref="Verify(DerivedFormula, IReadOnlyList{double[]})"/>
    public Verdict VerifyHessian(IReadOnlyList<IReadOnlyList<DerivedFormula>> hessian, IReadOnlyList<double[]> asked) => Verifier.Of(Claim.OfHessian(_bound, hessian), asked, _budget);

    /// <summary>The definition as the steps in which it is computed, as it was written; at a point with values and adjoints, and notes on them.</summary>
    /// <param name="point">The coordinates of a point, or null.</param>
    /// <param name="isNamed">Whether a request names the point, so that its numbers are certified.</param>
    public (ComputationGraph Graph, IReadOnlyList<Note> Notes) ComputationGraph(double[]? point, bool isNamed = true)
    {
        var written = Binder.Bind(Definition, _bound.Context, new Graph(_budget, Rewriting.None));
        var at = point is null ? null : Function.Shape.IsScalar ? GradientAt(point) : At([], point);
        var values = point is null ? null : new ComputationGraphs.PointValues(Layout.Split(point), _numbers.TouchesSeam(point) ? at!.Values : [], isNamed ? new Certification.Inputs(written.Variables, _bound.Data, _bound.Context.Decimals) : null);
        var graph = ComputationGraphs.ComputationGraph.Of(written.Function, written.Variables, written.NamesOfValues(), _bound.Data, values, _printer.Style, _budget);
        // The graph names the steps that lose digits.
        return (graph, [.. (at?.Notes ?? Conditions(Function.Shape.IsScalar ? _book.ExactGradient : [])).Where(static note => note.Code is not NoteCodes.Unstable), .. graph.Notes]);
    }

    /// <summary>The function, its gradient or its Hessian as a program of another language that checks itself.</summary>
    /// <param name="language">The language.</param>
    /// <param name="content">What it computes.</param>
    /// <param name="point">The coordinates of a point at which it is to be compared too; null for none.</param>
    /// <exception cref="CodeException">The language has no counterpart of a function, or there is nothing to differentiate by.</exception>
    public ExportedCode Code(CodeLanguage language, CodeContent content, double[]? point = null) => new FunctionCode(_bound, _book, _printer, _budget).Program(language, content, point);

    /// <summary>The same as LaTeX, each formula in the form a person would write.</summary>
    /// <inheritdoc cref="Code"/>
    public string CodeAsLatex(CodeContent content) => new FunctionCode(_bound, _book, _printer, _budget).Latex(content);

    private Note Holding(Expression condition) => new(NoteCodes.Condition, $"This holds where {ConditionWords.Of(condition, _printer.Text)}.");

    private Symbol[] Symbols(IReadOnlyList<string> variables) => [.. variables.Select(_book.Variable)];
}
