namespace Delivery.Worker.Orders;

/// <summary>
/// A file of lines that survives the process: each line is handed to the operating system before the call returns. A
/// kill can tear only the last line, and the next start begins a new one after it.
/// </summary>
internal static class StateFile
{
    /// <summary>Opens a file for further lines.</summary>
    public static StreamWriter OpenForAppend(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var isTorn = false;
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            isTorn = file.ReadByte() != '\n';
        }

        var writer = new StreamWriter(file) { AutoFlush = true, NewLine = "\n" };
        if (isTorn)
        {
            writer.WriteLine();
        }

        return writer;
    }
}
