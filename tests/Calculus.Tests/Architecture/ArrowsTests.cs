using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Calculus.Tests.Architecture;

/// <summary>A part of the library imports only what is to its left in <c>src/README.md</c>.</summary>
public sealed class ArrowsTests
{
    // Expressions and Functions define each other, and Balls hold their fractions, so they are one part.
    private const string Algebra = "Balls|Expressions|Functions";

    /// <summary>Each part with everything that it may use; the root namespace composes them and may use everything.</summary>
    public static TheoryData<string, string[]> Parts => new()
    {
        { "Checkpoints", [] },
        { "Budgets", ["Checkpoints"] },
        { "Syntax|Syntax.Latex|Syntax.Code", ["Budgets"] },
        { "Kernels", [] },
        { Algebra, ["Budgets", "Syntax", "Kernels"] },
        { "Matrices", ["Budgets", "Syntax", Algebra] },
        { "Differentiation", ["Budgets", "Syntax", Algebra] },
        { "Simplification", ["Budgets", "Syntax", Algebra, "Matrices"] },
        { "Printing", ["Budgets", "Syntax", Algebra, "Matrices"] },
        { "Binding|Binding.Arrays", ["Budgets", "Syntax", Algebra, "Differentiation"] },
        { "Programs|Programs.Arrays|Programs.Compiled", ["Budgets", "Syntax", "Kernels", Algebra, "Differentiation", "Simplification", "Printing"] },
        { "Certification", ["Budgets", "Syntax", Algebra, "Programs"] },
        { "Intervals", ["Budgets", Algebra, "Programs"] },
        { "CriticalPoints", ["Checkpoints", "Budgets", "Syntax", Algebra, "Simplification", "Printing", "Binding", "Programs", "Numerics", "Certification", "Intervals", "Derivatives", "Seams", "Explanations"] },
        { "Derivatives", ["Budgets", "Syntax", Algebra, "Matrices", "Differentiation", "Simplification", "Printing", "Binding", "EntryByEntry", "Programs", "Numerics"] },
        { "Seams", ["Budgets", "Syntax", Algebra, "Binding", "Programs", "Numerics", "Certification", "Derivatives"] },
        { "Explanations|Explanations.FirstPrinciples", ["Budgets", "Syntax", Algebra, "Differentiation", "Simplification", "Printing", "Binding", "Programs", "Numerics", "Certification", "Derivatives", "Verification"] },
        { "ComputationGraphs", ["Budgets", "Syntax", Algebra, "Differentiation", "Simplification", "Printing", "Programs", "Certification", "Seams"] },
        { "Taylor", ["Budgets", "Syntax", Algebra, "Simplification", "Printing", "Binding", "Programs", "Numerics", "Certification", "Derivatives", "Seams"] },
        { "EntryByEntry", ["Budgets", "Syntax", Algebra, "Printing", "Binding"] },
        { "Spectra", [Algebra, "Simplification", "Numerics"] },
        // These two see delegates and an objective: no expression, no program.
        { "Numerics", ["Budgets"] },
        { "Optimization|Optimization.Races|Optimization.Maps|Optimization.FirstOrder|Optimization.LineSearches|Optimization.LeastSquares|Optimization.Schedules|Optimization.Diagnoses", ["Budgets", "Numerics", "Checkpoints"] },
        { "Learning|Learning.DataSets|Learning.Tables", ["Budgets", "Syntax", Algebra, "Binding", "Numerics"] },
        { "GradientCheck", ["Budgets", "Syntax", Algebra, "Differentiation", "Simplification", "Binding", "Programs", "Numerics", "Derivatives", "Seams"] },
        { "Exercises", ["Budgets", "Syntax", Algebra, "Printing", "Numerics", "GradientCheck"] },
        { "CodeExport", ["Budgets", "Syntax", Algebra, "Matrices", "Differentiation", "Simplification", "Printing", "Binding", "Programs", "Numerics", "Derivatives", "Verification"] },
        { "Verification", ["Budgets", "Syntax", Algebra, "Differentiation", "Binding", "Programs", "Numerics", "Certification", "Derivatives"] },
    };

    [Theory, MemberData(nameof(Parts))]
    public void A_part_of_the_library_knows_only(string part, string[] known)
    {
        var itself = Types().That().ResideInNamespaceMatching(Within([part]));
        var others = Types().That().ResideInNamespaceMatching(@"^Calculus(\.|$)")
            .And().DoNotResideInNamespaceMatching(Within([part, .. known]));

        Types().That().Are(itself).Should().NotDependOnAny(others).Check(Library.Code);
    }

    [Fact]
    public void Every_type_is_in_a_part_or_in_the_root_namespace()
    {
        var parts = Parts.SelectMany(row => row.Data.Item1.Split('|')).Select(part => $"Calculus.{part}").Append("Calculus").ToHashSet(StringComparer.Ordinal);

        Violations.None(Library.Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Calculus", StringComparison.Ordinal) ?? false)
            .Where(type => !parts.Contains(type.Namespace!))
            .Select(type => type.FullName!));
    }

    [Fact]
    public void The_library_has_never_heard_of_the_web()
    {
        Assert.DoesNotContain(Library.Assembly.GetReferencedAssemblies(), reference =>
            reference.Name!.StartsWith("Microsoft.", StringComparison.Ordinal) || reference.Name!.StartsWith("System.Net", StringComparison.Ordinal));
    }

    private static string Within(string[] parts) => $@"^Calculus\.({string.Join('|', parts)})(\.|$)";
}
