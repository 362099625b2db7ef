namespace Calculus.Syntax;

/// <summary>The kinds of node in a syntax tree.</summary>
public enum SyntaxKind
{
    /// <summary>A numeric literal; <see cref="SyntaxNode.Text"/> is its normalised spelling.</summary>
    Number,

    /// <summary>A name that stands for a value.</summary>
    Name,

    /// <summary>A call: the name in <see cref="SyntaxNode.Text"/>, the arguments as children.</summary>
    Call,

    /// <summary><c>x[i]</c>: the first child is indexed, the rest are indices or slices.</summary>
    Index,

    /// <summary><c>a:b</c> within an index, or <c>:</c> with no children for all of an axis.</summary>
    Slice,

    /// <summary><c>[a, b, c]</c>.</summary>
    List,

    /// <summary><c>i = a..b</c> as the first argument of <c>sum</c>, <c>prod</c>, <c>table</c>; the name in <see cref="SyntaxNode.Text"/>.</summary>
    IndexRange,

    /// <summary><c>axis=1</c> or <c>keepdims=True</c> behind the arguments of a call, as it stands in <see cref="SyntaxNode.Text"/>.</summary>
    Option,

    /// <summary><c>A'</c> of a value, or <c>A.T</c>.</summary>
    Transpose,

    /// <summary><c>x!</c></summary>
    Factorial,

    /// <summary><c>a ^ b</c>, <c>a ** b</c></summary>
    Power,

    /// <summary><c>a .^ b</c></summary>
    ElementPower,

    /// <summary>Unary minus.</summary>
    Negate,

    /// <summary>Unary plus.</summary>
    Plus,

    /// <summary><c>a * b</c>, or juxtaposition where <see cref="SyntaxNode.Implied"/>.</summary>
    Multiply,

    /// <summary><c>a / b</c></summary>
    Divide,

    /// <summary>A product of LaTeX or Python: of numbers, of matrices or entry by entry, which shapes decide; not in a definition whose names have their meaning.</summary>
    Beside,

    /// <summary>A quotient of LaTeX or Python, of arrays entry by entry; not in a definition whose names have their meaning.</summary>
    Over,

    /// <summary>A power of LaTeX or Python, or in LaTeX the inverse of a matrix; not in a definition whose names have their meaning.</summary>
    Raised,

    /// <summary><c>a @ b</c></summary>
    MatrixMultiply,

    /// <summary><c>a .* b</c></summary>
    ElementMultiply,

    /// <summary><c>a ./ b</c></summary>
    ElementDivide,

    /// <summary><c>a + b</c></summary>
    Add,

    /// <summary><c>a - b</c></summary>
    Subtract,

    /// <summary><c>a &lt; b</c></summary>
    Less,

    /// <summary><c>a &lt;= b</c></summary>
    LessOrEqual,

    /// <summary><c>a &gt; b</c></summary>
    Greater,

    /// <summary><c>a &gt;= b</c></summary>
    GreaterOrEqual,

    /// <summary><c>a == b</c></summary>
    Equal,

    /// <summary><c>a != b</c></summary>
    NotEqual,

    /// <summary><c>not a</c></summary>
    Not,

    /// <summary><c>a and b</c></summary>
    And,

    /// <summary><c>a or b</c></summary>
    Or,
}
