namespace AppHost.Lab;

/// <summary>Whether something can be written where it shall be: found out before it takes minutes to have it.</summary>
internal static class Writable
{
    /// <summary>Makes the folder, and sees whether a file can be made in it.</summary>
    public static bool IsFolder(string path) => Can(() =>
    {
        Directory.CreateDirectory(path);
        var probe = Path.Combine(path, $".{Guid.NewGuid():N}");
        File.Create(probe).Dispose();
        File.Delete(probe);
    });

    /// <summary>Makes the file's folder, and sees whether the file can be written; what is in it stays.</summary>
    public static bool IsFile(string path) => Can(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var isNew = !File.Exists(path);
        new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        if (isNew)
        {
            File.Delete(path);
        }
    });

    private static bool Can(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
