using System.Data.Common;

namespace Dashboard.Telemetry.Store;

/// <summary>The database was closed by an error of its own and is being reopened: nothing can be asked of it meanwhile.</summary>
internal sealed class TelemetryClosedException(string message) : DbException(message)
{
    /// <summary>What it says of an error.</summary>
    public static string Describe(string problem) =>
        $"The telemetry database was closed by an error (is the disk full?) and is being reopened: that is tried again, every 15 seconds at least, until it works. What comes meanwhile waits, or is refused and counted. The error: {problem}";
}
