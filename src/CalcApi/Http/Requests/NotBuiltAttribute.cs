namespace CalcApi.Http.Requests;

/// <summary>Names members that are known but not offered by this version: asking for one is refused as such, not as a misspelling.</summary>
/// <param name="members">The members' names as JSON spells them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public sealed class NotBuiltAttribute(params string[] members) : Attribute
{
    /// <summary>The members' names as JSON spells them.</summary>
    public IReadOnlyList<string> Members { get; } = members;
}
