using System.Reflection;

namespace Aspire.Hosting.Embedded;

/// <summary>Finds the built assembly of a project.</summary>
internal static class ProjectOutput
{
    /// <summary>The assembly, by the build's own note or else where the SDK puts it; null if there is none.</summary>
    internal static string? Find(IProjectMetadata project)
    {
        if (project.GetType().GetCustomAttribute<BuiltOutputAttribute>() is { Path: var noted })
        {
            return File.Exists(noted) ? noted : null;
        }

        var name = Path.GetFileNameWithoutExtension(project.ProjectPath);
        return Candidates(Path.GetDirectoryName(project.ProjectPath)!, name)
            .Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc);
    }

    private static IEnumerable<string> Candidates(string directory, string name)
    {
        var bin = Path.Combine(directory, "bin");
        if (Directory.Exists(bin))
        {
            foreach (var found in Directory.EnumerateFiles(bin, name + ".dll", SearchOption.AllDirectories))
            {
                yield return found;
            }
        }

        for (var up = Directory.GetParent(directory); up is not null; up = up.Parent)
        {
            var artifacts = Path.Combine(up.FullName, "artifacts", "bin", name);
            if (Directory.Exists(artifacts))
            {
                foreach (var configuration in Directory.EnumerateDirectories(artifacts))
                {
                    yield return Path.Combine(configuration, name + ".dll");
                }
            }
        }
    }
}
