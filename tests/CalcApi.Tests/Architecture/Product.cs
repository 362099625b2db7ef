using System.Reflection;
using ArchUnitNET.Loader;
using CalcRuns;
using Calculus.Budgets;
using Types = ArchUnitNET.Domain.Architecture;

namespace CalcApi.Tests.Architecture;

/// <summary>The product as it was compiled: the service, the runs and the library.</summary>
internal static class Product
{
    /// <summary>The service's assembly.</summary>
    public static Assembly Service { get; } = typeof(Program).Assembly;

    /// <summary>The assembly of the runs.</summary>
    public static Assembly Runs { get; } = typeof(RunDesk).Assembly;

    /// <summary>The types of all and everything that their bodies use.</summary>
    public static Types Code { get; } = new ArchLoader().LoadAssemblies(Service, Runs, typeof(Budget).Assembly).Build();
}
