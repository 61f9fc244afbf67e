using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.State;

/// <summary>What the base library has no call for: to synchronize a file's data alone, and a directory.</summary>
internal static class Disk
{
    private const int ReadOnly = 0;

    /// <summary>Waits until what was written to a file would outlive a failure of the machine.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Synchronize(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (fdatasync(file) != 0)
        {
            throw Failure();
        }
    }

    /// <summary>Waits until the names in a directory would outlive a failure of the machine.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void SynchronizeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // There the file system keeps names in its journal.
            return;
        }

        var directory = open(path, ReadOnly);
        if (directory < 0)
        {
            throw Failure();
        }

        var outcome = fsync(directory);
        _ = close(directory);
        if (outcome != 0)
        {
            throw Failure();
        }
    }

    private static IOException Failure() => new(Marshal.GetLastPInvokeErrorMessage());

#pragma warning disable SYSLIB1054, CA2101, IDE1006 // The generated marshalling needs unsafe code; the names are the system's.
    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fdatasync(SafeFileHandle file);

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int file);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int file);
#pragma warning restore SYSLIB1054, CA2101, IDE1006
}
