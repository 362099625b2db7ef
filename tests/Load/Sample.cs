using System.Diagnostics;

namespace Load;

/// <summary>How requests were answered and how long that took.</summary>
internal sealed class Sample
{
    private readonly Lock _lock = new();
    private readonly List<(int Status, double Milliseconds)> _answers = [];
    private int _failed;

    /// <summary>How many were answered with a status.</summary>
    public int Count(int status)
    {
        lock (_lock) return _answers.Count(answer => answer.Status == status);
    }

    /// <summary>How many were answered at all.</summary>
    public int Answered
    {
        get
        {
            lock (_lock) return _answers.Count;
        }
    }

    /// <summary>How many got no answer.</summary>
    public int Failed => _failed;

    /// <summary>How many were answered by neither 200 nor a refusal for load.</summary>
    public int Wrong
    {
        get
        {
            lock (_lock) return _answers.Count(static answer => answer.Status is not (200 or 503 or 429)) + _failed;
        }
    }

    /// <summary>The milliseconds within which a share of the answers with a status came.</summary>
    public double Within(double share, int status = 200)
    {
        lock (_lock)
        {
            double[] times = [.. _answers.Where(answer => answer.Status == status).Select(static answer => answer.Milliseconds).Order()];
            return times.Length == 0 ? 0 : times[Math.Min(times.Length - 1, (int)(share * times.Length))];
        }
    }

    /// <summary>Asks once, and takes note.</summary>
    public async Task Ask(HttpClient client, (string Route, string Body) question, CancellationToken end = default)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var content = Questions.Content(question.Body);
            using var answer = await client.PostAsync(new Uri(question.Route, UriKind.Relative), content, end);
            Note((int)answer.StatusCode, start);
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref _failed);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // It was the asker who left.
        }
    }

    /// <summary>Fetches once, and takes note.</summary>
    public async Task Get(HttpClient client, string address)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Note((int)answer.StatusCode, start);
    }

    private void Note(int status, long start)
    {
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        lock (_lock) _answers.Add((status, milliseconds));
    }
}
