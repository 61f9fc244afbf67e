namespace ServiceDefaults.State;

/// <summary>Directories that only their owner may look into (0700): keys and orders are in them.</summary>
public static class PrivateDirectory
{
    /// <summary>Creates a directory, and those above it that are missing; one that exists stays as it is.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="IOException">It cannot be created.</exception>
    public static string Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
