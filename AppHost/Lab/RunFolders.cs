using System.Globalization;
using ServiceDefaults.State;

namespace AppHost.Lab;

/// <summary>
/// The folders of this run: one for what is kept, and one for what only this run needs (its cloud with the keys in it, its
/// services' ledgers), which only its user may look into and which goes with it. A run that was killed leaves the second
/// behind; the next one takes it away.
/// </summary>
internal sealed class RunFolders : IDisposable
{
    private const string Product = "observability-lab";
    private const string LockName = ".in-use";

    /// <summary>A folder that is younger may be of a run that begins just now and has not locked it yet.</summary>
    private static readonly TimeSpan LeftOverAfter = TimeSpan.FromSeconds(10);

    private readonly FileStream _inUse;

    private RunFolders(string temporary, string kept)
    {
        (Temporary, Kept) = (temporary, kept);
        PrivateDirectory.Create(temporary);
        _inUse = Lock(temporary);
    }

    /// <summary>Gone when the run is.</summary>
    public string Temporary { get; }

    /// <summary>Where all runs are kept, each in a folder that the dashboard makes; not created yet.</summary>
    public string Kept { get; }

    /// <summary>The folders of a run that begins now.</summary>
    /// <param name="dataDirectory">Where runs are kept; empty: in the user's local application data.</param>
    /// <param name="temporaryRoot">Where temporary folders are; null: in the system's.</param>
    public static RunFolders Create(string dataDirectory, TimeProvider clock, string? temporaryRoot = null)
    {
        var now = clock.GetUtcNow();
        var root = temporaryRoot ?? Path.Combine(Path.GetTempPath(), $"{Product}-{Environment.UserName}");
        PrivateDirectory.Create(root);
        RemoveLeftOvers(root, now);
        // Two that begin in the same second must not share a folder.
        var name = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd'T'HH-mm-ss'Z'}-{Environment.ProcessId}");
        return new RunFolders(Path.Combine(root, $"{name}-{Guid.NewGuid():N}"), Path.GetFullPath(RunsIn(dataDirectory)));
    }

    /// <summary>A folder in the temporary one.</summary>
    public string CreateTemporary(string name) => PrivateDirectory.Create(Path.Combine(Temporary, name));

    /// <summary>All processes have ended: what only they needed can go.</summary>
    public void Dispose()
    {
        _inUse.Dispose();
        TryRemove(Temporary);
    }

    private static string RunsIn(string dataDirectory)
    {
        if (dataDirectory.Length > 0)
        {
            return dataDirectory;
        }

        // Empty where there is no home directory, as in some containers.
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), Product, "runs");
    }

    private static void RemoveLeftOvers(string root, DateTimeOffset now)
    {
        foreach (var folder in new DirectoryInfo(root).EnumerateDirectories().Where(folder => now - folder.LastWriteTimeUtc > LeftOverAfter).ToList())
        {
            try
            {
                Lock(folder.FullName).Dispose();
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // A long run, or another user's.
                continue;
            }

            TryRemove(folder.FullName);
        }
    }

    /// <summary>The system lets go of it with this process, however that ends.</summary>
    private static FileStream Lock(string folder) =>
        new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // A later run tries again.
        }
    }
}
