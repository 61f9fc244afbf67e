using System.Diagnostics;
using System.Globalization;

namespace Integration.Tests.Fixtures;

/// <summary>Who began whom, as <c>/proc</c> tells.</summary>
internal static class Processes
{
    /// <summary>All that a process began, and what those began.</summary>
    public static IReadOnlyList<Process> Below(int id)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var child) && ParentOf(child) is { } parent)
            {
                parents[child] = parent;
            }
        }

        List<Process> found = [];
        var open = new Queue<int>([id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in parents.Where(pair => pair.Value == next).Select(pair => pair.Key))
            {
                open.Enqueue(child);
                if (Find(child) is { } process)
                {
                    found.Add(process);
                }
            }
        }

        return found;
    }

    private static int? ParentOf(int id)
    {
        try
        {
            // "pid (name) state ppid …"; a name may have anything in it.
            var text = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
