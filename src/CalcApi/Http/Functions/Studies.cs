using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Binding;
using Calculus.EntryByEntry;
using Calculus.Expressions;
using Calculus.Syntax;

namespace CalcApi.Http.Functions;

/// <summary>Makes the study of the function that a request gives.</summary>
public static class Studies
{
    /// <summary>Reads the function with its data and shapes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="computation">The budget.</param>
    /// <param name="point">A point of the request; its names are declared with the shapes of their values.</param>
    /// <param name="points">Points of the request; their names are declared with the shapes of their values.</param>
    /// <param name="pointField">Where the point is in the request.</param>
    /// <param name="pointsField">Where the points are in the request.</param>
    /// <exception cref="FormulaException">The definition cannot be read.</exception>
    /// <exception cref="RefusalException">The data have a name that the function does not have, or two shapes are given for one name.</exception>
    public static Study Study(
        this FunctionRequest request, Computation computation, Point? point = null, IReadOnlyList<Point>? points = null, string pointField = "point", string pointsField = "points")
    {
        List<(Point Point, string Field)> given = [.. (points ?? []).Select(each => (each, pointsField))];
        if (point is not null) given.Insert(0, (point, pointField));
        var shapes = ShapesOf(request, request.Function, computation, given);
        return Of(request.Function, request.Data, computation, given.SelectMany(static each => each.Point.Named.Keys), shapes, [.. given.Select(static each => each.Point)], request.Shapes);
    }

    /// <summary>The same for a route that works on numbers: the function's value and its variables are numbers, its data may be arrays.</summary>
    /// <exception cref="RefusalException">The value or a variable is a vector or a matrix.</exception>
    public static Study StudyOfNumbers(
        this FunctionRequest request, Computation computation, Point? point = null, IReadOnlyList<Point>? points = null) =>
        OfNumbers(request.Study(computation, point, points));

    /// <summary>Refuses a function whose value or one of whose variables is a vector or a matrix.</summary>
    /// <exception cref="RefusalException">One is.</exception>
    public static Study OfNumbers(Study study)
    {
        var array = study.Variables.FirstOrDefault(name => !study.ShapeOf(name).IsScalar);
        if (array is not null)
            throw Refuse.NotSupported("function", $"This route takes functions of numbers, but {Quoted.Of(array)} is {study.ShapeOf(array)}. Most other routes take vectors and matrices.");
        return IsNumber(study);
    }

    /// <summary>The same for a route that works on numbers alone: a function of vectors and matrices is written out entry by entry.</summary>
    /// <exception cref="RefusalException">The value is a vector or a matrix, or a part has no form in numbers.</exception>
    public static Study StudyEntryByEntry(this FunctionRequest request, Computation computation, Point? point = null) =>
        EntryByEntry(request.Study(computation, point));

    /// <summary>Writes a function of vectors and matrices out entry by entry.</summary>
    /// <exception cref="RefusalException">A part has no form in numbers.</exception>
    public static Study EntryByEntry(Study study)
    {
        try
        {
            return IsNumber(study).EntryByEntry();
        }
        catch (UnwritableException unwritable)
        {
            throw Refuse.NotSupported("function", $"This route works with numbers, so the function has to be written out entry by entry. {unwritable.Message}");
        }
    }

    /// <summary>The same for a route whose functions have a number for their value, of variables of any shape.</summary>
    /// <exception cref="RefusalException">The value is a vector or a matrix.</exception>
    public static Study StudyOfNumber(
        this FunctionRequest request, Computation computation, Point? point = null, IReadOnlyList<Point>? points = null, string pointField = "point", string pointsField = "points") =>
        IsNumber(request.Study(computation, point, points, pointField, pointsField));

    /// <summary>Refuses a function whose value is a vector or a matrix.</summary>
    /// <exception cref="RefusalException">It is.</exception>
    public static Study IsNumber(Study study) => study.Function.Shape.IsScalar
        ? study
        : throw Refuse.NotSupported("function", $"This route takes functions whose value is a number, but the value of this one is {study.Function.Shape}. For the derivatives of vectors use jacobian.");

    /// <summary>Reads a function with its data.</summary>
    /// <param name="function">The definition.</param>
    /// <param name="data">Values of constants, by name.</param>
    /// <param name="computation">The budget.</param>
    /// <param name="declared">Names that the request gives values to, other than data.</param>
    /// <param name="shapes">Shapes of names without a value.</param>
    /// <param name="points">Points of the request, whose decimals are kept.</param>
    /// <param name="written">The shapes as the request writes them: a letter of theirs that values give a length is a number of the definition.</param>
    /// <exception cref="FormulaException">The definition cannot be read.</exception>
    /// <exception cref="RefusalException">The data have a name that the function does not have.</exception>
    public static Study Of(
        string function, IReadOnlyDictionary<string, Value>? data, Computation computation, IEnumerable<string> declared, IReadOnlyDictionary<string, Shape>? shapes = null, IReadOnlyList<Point>? points = null, IReadOnlyDictionary<string, Lengths>? written = null)
    {
        var (numbers, arrays) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<string, ArrayValue>(StringComparer.Ordinal));
        var settled = new Dictionary<string, Shape>(shapes ?? new Dictionary<string, Shape>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, value) in data ?? new Dictionary<string, Value>(StringComparer.Ordinal))
        {
            Settle(settled, name, value, "data");
            if (value.IsScalar) numbers[name] = value.Number;
            else arrays[name] = value.Array;
        }

        var declaredNames = declared.ToHashSet(StringComparer.Ordinal);
        var lengths = LengthsOf(function, computation, written, settled).Where(each => !numbers.ContainsKey(each.Key) && !arrays.ContainsKey(each.Key) && !declaredNames.Contains(each.Key));
        var context = new BindingContext(numbers.Concat(lengths).ToDictionary(StringComparer.Ordinal), declaredNames) { Arrays = arrays, Shapes = settled, Decimals = DecimalsOf(data, points ?? []), Format = computation.Format };
        var study = Calculus.Study.Of(function, context, computation.Budget);

        var names = NamesIn(study.Definition);
        foreach (var name in numbers.Keys.Concat(arrays.Keys))
            if (!names.Contains(name))
                throw Refuse.Value($"data.{Quoted.Cut(name)}", $"The function has no {Quoted.Of(name)}.");
        foreach (var name in settled.Keys)
            if (!names.Contains(name) && !study.Variables.Contains(name, StringComparer.Ordinal) && !declaredNames.Contains(name))
                throw Refuse.Value($"shapes.{Quoted.Cut(name)}", $"The function has no {Quoted.Of(name)}.");
        return study;
    }

    /// <summary>The shapes that a request gives to names, by its shapes and by the values of its points.</summary>
    /// <param name="request">The request.</param>
    /// <param name="function">The definition.</param>
    /// <param name="computation">The budget.</param>
    /// <param name="given">Points, and where they are in the request.</param>
    /// <exception cref="RefusalException">Two shapes are given for one name.</exception>
    public static Dictionary<string, Shape> ShapesOf(FunctionRequest request, string function, Computation computation, IReadOnlyList<(Point Point, string Field)> given)
    {
        var shapes = (request.Shapes ?? new Dictionary<string, Lengths>(StringComparer.Ordinal)).ToDictionary(static entry => entry.Key, static entry => entry.Value.Shape, StringComparer.Ordinal);
        foreach (var (each, field) in given)
        {
            if (each.Bare is { IsScalar: false } bare && SignatureOf(function, computation, field, bare) is { } only) Declare(shapes, only, bare, field);
            foreach (var (name, value) in each.Named) Declare(shapes, name, value, field);
        }

        return shapes;
    }

    // The letters of shapes that have a length by now: of x with the shape [n], n is 3 where x has three entries.
    private static Dictionary<string, double> LengthsOf(string function, Computation computation, IReadOnlyDictionary<string, Lengths>? written, Dictionary<string, Shape> settled)
    {
        var lengths = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, shape) in written ?? new Dictionary<string, Lengths>(StringComparer.Ordinal))
        {
            for (var axis = 0; axis < shape.Shape.Rank && settled[name].Rank == shape.Shape.Rank; axis++)
            {
                if (shape.Shape[axis].Name is { } letter && !settled[name][axis].IsSymbolic) lengths[letter] = settled[name][axis].Length;
            }
        }

        if (lengths.Count == 0) return lengths;
        var definition = DefinitionParser.Parse(function, new Vocabulary(Binder.FunctionNames, new HashSet<string>(StringComparer.Ordinal)) { Format = computation.Format }, computation.Budget);
        foreach (var parameter in definition.Statements[^1].Parameters ?? []) lengths.Remove(parameter.Name);
        return lengths;
    }

    private static WrittenDecimals DecimalsOf(IReadOnlyDictionary<string, Value>? data, IReadOnlyList<Point> points)
    {
        var decimals = new WrittenDecimals();
        foreach (var (name, value) in data ?? new Dictionary<string, Value>(StringComparer.Ordinal)) Add(name, value);
        foreach (var point in points)
        {
            if (point.Bare is { } bare) Add(WrittenDecimals.OnlyVariable, bare);
            foreach (var (name, value) in point.Named) Add(name, value);
        }

        return decimals;

        void Add(string name, Value value)
        {
            foreach (var (entry, written) in value.Decimals) decimals.Add(name, entry, written);
        }
    }

    private static void Declare(Dictionary<string, Shape> shapes, string name, Value value, string field)
    {
        Settle(shapes, name, value, field);
        shapes[name] = value.Array.Shape;
    }

    // A length that is a letter takes the length of the first value that has it, wherever the letter occurs.
    private static void Settle(Dictionary<string, Shape> shapes, string name, Value value, string field)
    {
        if (!shapes.TryGetValue(name, out var known) || known == value.Array.Shape) return;
        for (var axis = 0; axis < known.Rank && known.Rank == value.Array.Shape.Rank; axis++)
        {
            if (shapes[name][axis].Name is not { } letter) continue;
            var length = value.Array.Shape[axis];
            foreach (var (other, shape) in shapes.ToList())
                shapes[other] = new Shape(Array.ConvertAll(shape.Dimensions.ToArray(), each => string.Equals(each.Name, letter, StringComparison.Ordinal) ? length : each));
        }

        if (shapes[name] != value.Array.Shape)
            throw Refuse.Value($"{field}.{Quoted.Cut(name)}", $"This is {value.Kind}, but elsewhere in the request {Quoted.Of(name)} is {shapes[name]}.");
    }

    // A bare vector or matrix belongs to the only parameter of the signature.
    private static string? SignatureOf(string function, Computation computation, string field, Value bare)
    {
        var definition = DefinitionParser.Parse(function, new Vocabulary(Binder.FunctionNames, new HashSet<string>(StringComparer.Ordinal)) { Format = computation.Format }, computation.Budget);
        var parameters = definition.Statements[^1].Parameters;
        string[] names = parameters is null
            ? [.. NamesIn(definition).Where(name => !Scope.IsConstant(name) && !definition.Statements.Any(statement => string.Equals(statement.Name, name, StringComparison.Ordinal)))]
            : [.. parameters.Select(static parameter => parameter.Name)];
        var isOneEach = bare.Array.Shape.Rank == 1 && bare.Array.Entries.Length == names.Length;
        if (names.Length > 1 && (isOneEach || parameters is not null)) throw Refuse.Value(field, Points.ByName(names, bare, isOneEach));
        return parameters is [var only]
            ? only.Name
            : throw Refuse.Value(field, "Without a signature of one variable, such as f(x) = …, a vector or matrix must be given by name.");
    }

    /// <summary>The names in a definition that stand for values, which data may give.</summary>
    private static HashSet<string> NamesIn(Definition definition)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in definition.Statements)
        {
            var own = statement.Parameters?.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
            foreach (var node in statement.Nodes)
                if (node.Kind == SyntaxKind.Name && !own.Contains(node.Text))
                    names.Add(node.Text);
        }

        // A parameter of the function under study may be given as a datum: it is then a constant.
        names.UnionWith(definition.Statements[^1].Parameters?.Select(parameter => parameter.Name) ?? []);
        return names;
    }
}
