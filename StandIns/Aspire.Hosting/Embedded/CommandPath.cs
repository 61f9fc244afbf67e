namespace Aspire.Hosting.Embedded;

/// <summary>Finds a command as a shell would.</summary>
internal static class CommandPath
{
    /// <summary>The full path of a command, or null.</summary>
    internal static string? Find(string command, string workingDirectory)
    {
        string[] endings = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd", ".bat"] : [""];
        IEnumerable<string> directories = command.Contains(Path.DirectorySeparatorChar) || command.Contains('/')
            ? [workingDirectory]
            : Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return directories
            .SelectMany(directory => endings.Select(ending => Path.GetFullPath(command + ending, Path.GetFullPath(directory))))
            .FirstOrDefault(File.Exists);
    }
}
