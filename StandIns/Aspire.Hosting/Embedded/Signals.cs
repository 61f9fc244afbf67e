using System.Runtime.InteropServices;

namespace Aspire.Hosting.Embedded;

/// <summary>Sends signals, where there are any.</summary>
internal static partial class Signals
{
    /// <summary>SIGTERM.</summary>
    internal const int Terminate = 15;

    /// <summary>Sends a signal to a process; 0 if that worked.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Send(int processId, int signal);
}
