using System.Runtime.ExceptionServices;

namespace Calculus.Tests.Syntax;

/// <summary>Runs on a thread with so small a stack that the process ends as soon as anything recurses on its input.</summary>
internal static class SmallThread
{
    private const int StackSize = 256 * 1024;

    public static T Run<T>(Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }, StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
