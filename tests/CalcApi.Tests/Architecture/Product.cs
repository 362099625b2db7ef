using System.Reflection;
using ArchUnitNET.Loader;
using Calculus.Budgets;
using Types = ArchUnitNET.Domain.Architecture;

namespace CalcApi.Tests.Architecture;

/// <summary>The product as it was compiled: the service and the library.</summary>
internal static class Product
{
    /// <summary>The service's assembly.</summary>
    public static Assembly Service { get; } = typeof(Program).Assembly;

    /// <summary>The types of both and everything that their bodies use.</summary>
    public static Types Code { get; } = new ArchLoader().LoadAssemblies(Service, typeof(Budget).Assembly).Build();
}
