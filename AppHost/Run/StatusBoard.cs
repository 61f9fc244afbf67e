using System.Collections.Concurrent;

namespace AppHost.Run;

/// <summary>Where the conductor writes what is the case, and the terminal reads it.</summary>
internal sealed class StatusBoard
{
    /// <summary>Notices kept for who has not read them; older ones give way.</summary>
    private const int NoticesKept = 200;

    private readonly ConcurrentQueue<string> _notices = new();
    private volatile LabStatus _status = new();

    /// <summary>The status now.</summary>
    public LabStatus Current => _status;

    /// <summary>Replaces the status. There is one writer, the conductor.</summary>
    public void Update(Func<LabStatus, LabStatus> change) => _status = change(_status);

    /// <summary>Adds a line that the user should see once.</summary>
    public void Notice(string line)
    {
        _notices.Enqueue(line);
        while (_notices.Count > NoticesKept)
        {
            _notices.TryDequeue(out _);
        }
    }

    /// <summary>The next line that was not read yet.</summary>
    public bool TryTakeNotice(out string line) => _notices.TryDequeue(out line!);
}
