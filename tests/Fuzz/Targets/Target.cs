namespace Fuzz.Targets;

/// <summary>A part of the product that is fed with strange inputs.</summary>
internal abstract class Target
{
    /// <summary>Every target.</summary>
    public static IReadOnlyList<Target> All { get; } = [new ReadTarget(), new PrintTarget(), new LatexTarget(), new SimplifyTarget(), new DeriveTarget(), new StepsTarget(), new RequestTarget(), new ServiceTarget()];

    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The namespaces whose branches guide the search.</summary>
    public abstract IReadOnlyList<string> Parts { get; }

    /// <summary>Pieces that mean something to it.</summary>
    public virtual IReadOnlyList<string> Words => Vocabulary.OfFormulas;

    /// <summary>The seconds of processor time that one short input may take at most, in code that counts its branches.</summary>
    public virtual double MostSeconds => 2;

    /// <summary>Inputs to begin with.</summary>
    public virtual IEnumerable<string> Seeds() => Vocabulary.Definitions();

    /// <summary>A new input.</summary>
    public virtual string Change(Breeder breeder) => breeder.Next();

    /// <summary>Runs one input; a sentence where a law is broken, null where none is. What it throws is a fault too.</summary>
    public abstract string? Feed(string input);

    /// <summary>Whether a type belongs to the parts that the target is about.</summary>
    public bool IsAbout(string type) => Parts.Any(part => type.StartsWith(part, StringComparison.Ordinal));
}
