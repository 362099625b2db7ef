using System.Reflection;
using ArchUnitNET.Loader;
using Calculus.Budgets;
using Types = ArchUnitNET.Domain.Architecture;

namespace Calculus.Tests.Architecture;

/// <summary>The library as it was compiled.</summary>
internal static class Library
{
    /// <summary>Its assembly.</summary>
    public static Assembly Assembly { get; } = typeof(Budget).Assembly;

    /// <summary>Its types and everything that their bodies use.</summary>
    public static Types Code { get; } = new ArchLoader().LoadAssembly(Assembly).Build();
}
