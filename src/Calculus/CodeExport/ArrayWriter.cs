using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>How a language writes nodes whose values, or whose children's values, are arrays.</summary>
/// <param name="formulas">The walk that calls this, which has written the children.</param>
internal abstract class ArrayWriter(Formulas formulas)
{
    /// <summary>The walk.</summary>
    protected Formulas Walk { get; } = formulas;

    /// <summary>A variable or a datum.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="name">Its name in the program.</param>
    public virtual Fragment Symbol(Symbol symbol, string name) => Fragment.Atom(name);

    /// <summary>The vector of the numbers 1, 2, … that an index runs through.</summary>
    public abstract Fragment Range(int length);

    /// <summary>A node of arrays: a contraction, a reduction, a slice, a stack or a function of a matrix.</summary>
    public abstract Fragment Of(Expression node);

    /// <summary>The lines that give a name to a part, and the code that then stands for it.</summary>
    public abstract Fragment Named(Expression node, string name, Fragment fragment);

    /// <summary>Whether a node has a name already, so that it needs no other.</summary>
    public virtual bool IsHeld(Expression node) => false;
}
