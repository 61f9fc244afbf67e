using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.State;

/// <summary>What the base library has no call for: to synchronize a file's data alone, and a directory, and to write past the cache.</summary>
internal static class Disk
{
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;
    private const int SynchronizedData = 0x1000;
    private const int CloseOnExec = 0x80000;

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

    /// <summary>
    /// Opens a file so that reads and writes go past the system's cache of it, and a write returns when it would outlive a
    /// failure of the machine; null: there is no such way here. Memory, positions and lengths must be multiples of the disk's block.
    /// </summary>
    public static SafeFileHandle? OpenDirect(string path)
    {
        // The flag's value depends on the processor.
        var direct = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => 0x4000,
            Architecture.Arm64 => 0x10000,
            _ => 0,
        };
        if (!OperatingSystem.IsLinux() || direct == 0)
        {
            return null;
        }

        var file = open(path, ReadWrite | SynchronizedData | CloseOnExec | direct);
        return file < 0 ? null : new SafeFileHandle(file, ownsHandle: true);
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
