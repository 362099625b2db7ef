namespace CalcApi.Http.Requests;

/// <summary>
/// Marks the property, a dictionary from names to JSON, that takes every member without a property of its own. The capability
/// reads and checks them, since only it knows which there are.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OtherMembersAttribute : Attribute;
