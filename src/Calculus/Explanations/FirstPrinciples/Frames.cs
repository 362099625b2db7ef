using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Frames for a function and for the functions inside it, in letters that its definition does not use.</summary>
internal sealed class Frames
{
    // Once the letters run out, the last pair is used again: it stands for any inner function.
    private const int Pairs = 4;

    private readonly List<Frame> _frames = [];

    public Frames(Notation notation, Definition definition, string variable)
    {
        var steps = new Letters(definition, "k", "m", "n", "r");
        var inner = new Letters(definition, "u", "v", "w", "z");
        Add(notation, variable, new Letters(definition, "h", "t", "s", "d").Next());
        for (var pair = 0; pair < Pairs; pair++)
        {
            var letter = inner.Next();
            notation.Declare(letter, SymbolRole.Argument);
            Add(notation, letter, steps.Next());
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Frame> All => _frames;

    /// <summary>The frame of the function itself.</summary>
    public Frame First => _frames[0];

    /// <summary>The frame for an outer function as a function of its inner function's value.</summary>
    public Frame Inside(Frame frame) => _frames[Math.Min(_frames.IndexOf(frame) + 1, _frames.Count - 1)];

    // Letters are declared for good: a notation serves one explanation only.
    private void Add(Notation notation, string variable, string step)
    {
        notation.Declare(step, SymbolRole.Argument);
        _frames.Add(new Frame(notation.Factory, variable, step));
    }
}
