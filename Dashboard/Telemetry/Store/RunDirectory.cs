using System.Globalization;
using Microsoft.Extensions.Options;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// A directory for each start of the dashboard under the data directory, named after the time: no two processes write one
/// file. It is locked while its process lives, and the oldest ones that nobody has open are removed.
/// </summary>
internal sealed class RunDirectory : IDisposable
{
    /// <summary>The database's file in a run directory.</summary>
    public const string DatabaseName = "telemetry.duckdb";

    private const string LockName = ".lock";
    private const string Prefix = "run-";
    private const int MaximumAttempts = 1_000;

    private readonly FileStream _lock;

    private RunDirectory(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    /// <summary>The directory.</summary>
    public string Path { get; }

    /// <summary>The database's file.</summary>
    public string DatabasePath => System.IO.Path.Combine(Path, DatabaseName);

    /// <summary>Makes the next one and removes those beyond <paramref name="keep"/> (0: none).</summary>
    /// <param name="dataDirectory">Where they are; empty: the user's local application data.</param>
    public static RunDirectory Create(string dataDirectory, int keep, TimeProvider time)
    {
        var root = dataDirectory.Length > 0 ? System.IO.Path.GetFullPath(dataDirectory) : DefaultRoot();
        CreateFolder(root, root);
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var attempt = 1; ; attempt++)
        {
            var path = System.IO.Path.Combine(root, attempt == 1 ? $"{Prefix}{stamp}" : $"{Prefix}{stamp}-{attempt}");
            CreateFolder(path, root);
            if (TryLock(path) is { } held)
            {
                if (File.Exists(System.IO.Path.Combine(path, DatabaseName)))
                {
                    held.Dispose();
                }
                else
                {
                    RemoveOldest(root, path, keep);
                    return new(path, held);
                }
            }

            if (attempt == MaximumAttempts)
            {
                throw new IOException($"No run directory could be made in {root}.");
            }
        }
    }

    /// <summary>Whether a process has that directory open.</summary>
    public static bool IsHeld(string path)
    {
        using var held = TryLock(path);
        return held is null;
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static void CreateFolder(string path, string root)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(
                "Dashboard", typeof(DashboardOptions), [$"Dashboard:DataDirectory = \"{root}\": must be a directory that can be written to."]);
        }
    }

    private static string DefaultRoot() => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) is { Length: > 0 } local
            ? local : System.IO.Path.GetTempPath(),
        "observability-lab",
        "telemetry");

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void RemoveOldest(string root, string current, int keep)
    {
        if (keep == 0)
        {
            return;
        }

        var old = Directory.GetDirectories(root, Prefix + "*").Where(path => path != current).OrderDescending(StringComparer.Ordinal);
        foreach (var path in old.Skip(keep - 1))
        {
            if (TryLock(path) is { } held)
            {
                held.Dispose();
                try
                {
                    Directory.Delete(path, recursive: true);
                }
                catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
                {
                    // Somebody reads it, or it is somebody else's: it goes next time if it can.
                }
            }
        }
    }
}
