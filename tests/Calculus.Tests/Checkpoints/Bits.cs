using Calculus.Checkpoints;
using Calculus.Optimization;

namespace Calculus.Tests.Checkpoints;

/// <summary>Answers as bytes, to the last bit.</summary>
internal static class Bits
{
    /// <summary>The bytes of trajectories.</summary>
    public static byte[] Of(params IReadOnlyList<Trajectory> trajectories) => Written(snapshot => snapshot.List([.. trajectories], TrajectoryState.Exchanged));

    /// <summary>The bytes of what was measured of a training.</summary>
    public static byte[] Of(TrainingRun run) => Written(snapshot =>
    {
        snapshot.List([.. run.Measurements], MeasurementState.Exchanged);
        snapshot.List([.. run.FirstSteps], MeasurementState.Exchanged);
    });

    private static byte[] Written(Action<Snapshot> write) => Snapshot.Of(new Answer(write));

    private sealed class Answer(Action<Snapshot> write) : IResumable
    {
        public Progress Progress => new(null, []);

        public void Exchange(Snapshot snapshot) => write(snapshot);
    }
}
