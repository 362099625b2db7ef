namespace Calculus.CodeExport;

/// <summary>How tightly the outermost operator of a piece of code holds its operands, loosest first.</summary>
internal enum Tightness
{
    /// <summary>A conditional expression or a condition.</summary>
    Choice,

    /// <summary>A sum or a difference.</summary>
    Sum,

    /// <summary>A matrix product by an operator, which nothing else may join.</summary>
    MatrixProduct,

    /// <summary>A product or a quotient.</summary>
    Product,

    /// <summary>A sign.</summary>
    Sign,

    /// <summary>A power by an operator.</summary>
    Power,

    /// <summary>A name, a number, a call or a bracket.</summary>
    Atom,
}

/// <summary>A piece of code that stands for a node.</summary>
/// <param name="Text">The code.</param>
/// <param name="Tightness">Its outermost operator.</param>
internal readonly record struct Fragment(string Text, Tightness Tightness)
{
    /// <summary>Whether it is true or false, not a number.</summary>
    public bool IsCondition { get; init; }

    /// <summary>Whether it is made of numbers alone: where variables are objects of a library, it is a plain number.</summary>
    public bool IsPlain { get; init; }

    /// <summary>A name, a number, a call or a bracket.</summary>
    public static Fragment Atom(string text) => new(text, Tightness.Atom);

    /// <summary>The code as an operand, in brackets where it would be split otherwise.</summary>
    /// <param name="least">The least tightness that needs no brackets.</param>
    public string At(Tightness least) => Tightness >= least ? Text : $"({Text})";
}
