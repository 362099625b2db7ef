using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>A step that computes a function of a whole square matrix.</summary>
/// <param name="source">The index of the node.</param>
/// <param name="operation">The function.</param>
/// <param name="read">The matrix.</param>
/// <param name="write">The result.</param>
/// <param name="size">Rows and columns.</param>
internal sealed class MatrixStep(int source, MatrixOperation operation, int read, int write, int size) : ArrayStep(source, [read], [write])
{
    /// <inheritdoc/>
    public override long Operations => Math.Max(1, (long)size * size * size * (operation is MatrixOperation.Inverse or MatrixOperation.Cofactors ? 3 : 1));

    /// <inheritdoc/>
    public override long Scratch => operation is MatrixOperation.Cofactors ? CofactorMatrix.Scratch(size) : (long)size * size;

    /// <inheritdoc/>
    public override void Run(Workspace memory, Budget budget)
    {
        var matrix = memory.Read(read);
        var result = memory.Write(write);
        switch (operation)
        {
            case MatrixOperation.Inverse:
                SquareMatrices.Invert(matrix, size, result, budget);
                break;
            case MatrixOperation.Determinant:
                result[0] = SquareMatrices.Determinant(matrix, size, budget);
                break;
            case MatrixOperation.LogDeterminant:
                result[0] = SquareMatrices.LogDeterminant(matrix, size, budget);
                break;
            case MatrixOperation.Cofactors:
                CofactorMatrix.Compute(matrix, size, result, budget);
                break;
            default:
                throw new InvalidOperationException($"Nothing computes {operation}.");
        }
    }
}
