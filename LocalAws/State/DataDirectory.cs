using System.Globalization;

namespace LocalAws.State;

/// <summary>
/// The files of the state: logs in the order of their numbers, and snapshots. The snapshot of a number stands for all logs
/// of lower numbers. Held by one process at a time.
/// </summary>
internal sealed class DataDirectory : IDisposable
{
    private const string LogEnd = ".log";
    private const string SnapshotEnd = ".snapshot";
    private const string UnfinishedEnd = ".unfinished";

    private const string OtherChoices = "Choose another one with --data DIRECTORY, or none with --ephemeral.";

    // EAGAIN on Linux, EWOULDBLOCK on macOS, ERROR_SHARING_VIOLATION on Windows: somebody else has the file open.
    private static readonly int[] TakenResults = [11, 35, unchecked((int)0x80070020)];

    private readonly string _path;
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream @lock)
    {
        _path = path;
        _lock = @lock;
    }

    /// <summary>Creates the directory where there is none, and takes it for this process.</summary>
    /// <exception cref="StateException">It cannot be used, or another process has it.</exception>
    public static DataDirectory Open(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            Create(full);
            var taken = Take(Path.Combine(full, "lock"), path);
            var directory = new DataDirectory(full, taken);
            directory.DeleteUnfinished();
            return directory;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StateException($"The data directory {path} cannot be used: {Cause(path, refused)} {OtherChoices}", refused);
        }
    }

    public string LogPath(long number) => PathOf(number, LogEnd);

    public string SnapshotPath(long number) => PathOf(number, SnapshotEnd);

    /// <summary>Where a snapshot is written before it is one.</summary>
    public string UnfinishedPath(long number) => PathOf(number, UnfinishedEnd);

    /// <summary>The numbers of all logs, ascending.</summary>
    public IReadOnlyList<long> Logs => Numbers(LogEnd);

    /// <summary>The numbers of all snapshots, ascending.</summary>
    public IReadOnlyList<long> Snapshots => Numbers(SnapshotEnd);

    /// <summary>Makes a written snapshot the one that counts, and deletes what it stands for.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Establish(long number)
    {
        File.Move(UnfinishedPath(number), SnapshotPath(number), overwrite: true);
        Synchronize();
        DeleteBefore(number);
    }

    /// <summary>Deletes what the snapshot of this number stands for.</summary>
    public void DeleteBefore(long number)
    {
        foreach (var path in Logs.Where(log => log < number).Select(LogPath)
            .Concat(Snapshots.Where(snapshot => snapshot < number).Select(SnapshotPath)))
        {
            File.Delete(path);
        }
    }

    /// <summary>Makes the names of new files outlive a failure of the machine.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Synchronize() => Disk.SynchronizeDirectory(_path);

    public void Dispose() => _lock.Dispose();

    private static FileStream Take(string file, string path)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (TakenResults.Contains(taken.HResult))
        {
            throw new StateException($"The data directory {path} is in use by another process. {OtherChoices}", taken);
        }
    }

    /// <summary>For this user's eyes only: there are secrets in it.</summary>
    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Why a directory cannot be used. The base library says of what cannot be created that it cannot be found.</summary>
    private static string Cause(string path, Exception refused)
    {
        if (refused is not (IOException or UnauthorizedAccessException))
        {
            return refused.Message;
        }

        var full = Path.GetFullPath(path);
        var nearest = full;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } above)
        {
            nearest = above;
        }

        return File.Exists(nearest) ? $"{nearest} is a file, not a directory."
            : refused is UnauthorizedAccessException ? $"this user may not write in {nearest}."
            : refused is FileNotFoundException or DirectoryNotFoundException ? $"nothing can be created in {nearest}."
            : refused.Message;
    }

    private void DeleteUnfinished()
    {
        foreach (var path in Directory.EnumerateFiles(_path, "*" + UnfinishedEnd))
        {
            File.Delete(path);
        }
    }

    private string PathOf(long number, string end) => Path.Combine(_path, number.ToString("D10", CultureInfo.InvariantCulture) + end);

    private long[] Numbers(string end) => [.. Directory.EnumerateFiles(_path, "*" + end)
        .Select(static path => Path.GetFileNameWithoutExtension(path))
        .Where(static name => long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(static name => long.Parse(name, CultureInfo.InvariantCulture))
        .Order()];
}
