using System.Collections.Immutable;
using System.Globalization;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>
/// A piece of a syntax tree with places for nodes that are still to be written. What stands in a place gets brackets where it binds
/// more loosely than the place asks for.
/// </summary>
internal sealed class SyntaxPattern
{
    private SyntaxPattern(SyntaxKind kind, string text, params ImmutableArray<SyntaxPattern> parts) => (Kind, Text, Parts) = (kind, text, parts);

    /// <summary>All of an axis, <c>:</c>.</summary>
    public static SyntaxPattern WholeAxis { get; } = new(SyntaxKind.Slice, "");

    /// <summary>What kind of node it makes; of a place without meaning.</summary>
    public SyntaxKind Kind { get; }

    /// <summary>The text of the node.</summary>
    public string Text { get; }

    /// <summary>The operands or arguments.</summary>
    public ImmutableArray<SyntaxPattern> Parts { get; }

    /// <summary>Of a place, which node stands in it.</summary>
    public int? Place { get; private init; }

    /// <summary>How tightly what stands in a place must bind to stand without brackets.</summary>
    public Level Least { get; private init; }

    /// <summary>How many pairs of brackets stand around it, whatever it is.</summary>
    public int Brackets { get; private init; }

    /// <summary>A place.</summary>
    public static SyntaxPattern At(int place, Level least = Level.Any) => new(default, "") { Place = place, Least = least };

    /// <summary>A name.</summary>
    public static SyntaxPattern Name(string name) => new(SyntaxKind.Name, name);

    /// <summary>Digits.</summary>
    public static SyntaxPattern Digits(string digits) => new(SyntaxKind.Number, digits);

    /// <summary>An option of a call, such as <c>axis=0</c>.</summary>
    public static SyntaxPattern Option(string option) => new(SyntaxKind.Option, option);

    /// <summary>A whole number.</summary>
    public static SyntaxPattern Number(int value)
    {
        var digits = Digits(Math.Abs((long)value).ToString(CultureInfo.InvariantCulture));
        return value < 0 ? Negate(digits) : digits;
    }

    /// <summary>The length of an axis: a number or a letter.</summary>
    public static SyntaxPattern Length(Dimension length) => length.Name is { } letter ? Name(letter) : Number(length.Length);

    /// <summary>A sign before a node.</summary>
    public static SyntaxPattern Negate(SyntaxPattern of) => new(SyntaxKind.Negate, "", of);

    /// <summary>A negation.</summary>
    public static SyntaxPattern Not(SyntaxPattern of) => new(SyntaxKind.Not, "", of);

    /// <summary>What stands behind its operand: <c>A'</c>, <c>x!</c>.</summary>
    public static SyntaxPattern Postfix(SyntaxKind kind, SyntaxPattern of) => new(kind, "", of);

    /// <summary>Two operands with a sign between them.</summary>
    public static SyntaxPattern Binary(SyntaxKind kind, SyntaxPattern left, SyntaxPattern right) => new(kind, "", left, right);

    /// <summary>One or more operands with one sign between them, from left to right.</summary>
    public static SyntaxPattern Chain(SyntaxKind kind, IEnumerable<SyntaxPattern> operands) => operands.Aggregate((left, right) => Binary(kind, left, right));

    /// <summary>A call.</summary>
    public static SyntaxPattern Call(string function, params ImmutableArray<SyntaxPattern> arguments) => new(SyntaxKind.Call, function, arguments);

    /// <summary>A choice between two numbers.</summary>
    public static SyntaxPattern If(SyntaxPattern condition, SyntaxPattern then, SyntaxPattern otherwise) => Call(Functions.If.Function.Name, condition, then, otherwise);

    /// <summary>An index that runs from 1 on, <c>i = 1..n</c>.</summary>
    public static SyntaxPattern Range(string index, Dimension last) => new(SyntaxKind.IndexRange, index, Number(1), Length(last));

    /// <summary>A list, <c>[a, b]</c>.</summary>
    public static SyntaxPattern List(ImmutableArray<SyntaxPattern> entries) => new(SyntaxKind.List, "", entries);

    /// <summary>Entries of an array, <c>x[i, 2:3]</c>; all of it where no index is given.</summary>
    public static SyntaxPattern Index(SyntaxPattern of, IReadOnlyList<SyntaxPattern> indices) =>
        indices.Count == 0 ? of : new SyntaxPattern(SyntaxKind.Index, "", [of, .. indices]);

    /// <summary>Some of an axis, both ends counted: <c>2:3</c>.</summary>
    public static SyntaxPattern Slice(int first, int last) => new(SyntaxKind.Slice, "", Number(first), Number(last));

    /// <summary>The same with brackets around it.</summary>
    public SyntaxPattern InBrackets() => new(Kind, Text, Parts) { Place = Place, Least = Least, Brackets = Brackets + 1 };
}
