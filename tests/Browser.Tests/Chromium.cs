namespace Browser.Tests;

/// <summary>The system's Chromium: none is downloaded.</summary>
internal static class Chromium
{
    private const string PathKey = "CHROMIUM_PATH";
    private const string RequiredKey = "REQUIRE_BROWSER";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>What keeps it from reaching out, and from needing what a container does not have.</summary>
    public static string[] Flags { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Where it is. A test without it is skipped, or fails where a browser is promised (<c>REQUIRE_BROWSER=1</c>).</summary>
    public static string Find()
    {
        var found = Environment.GetEnvironmentVariable(PathKey) is { Length: > 0 } configured && File.Exists(configured)
            ? configured
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
                .FirstOrDefault(File.Exists);
        if (found is null)
        {
            const string Reason = $"No Chromium on PATH and none in {PathKey}.";
            (Environment.GetEnvironmentVariable(RequiredKey) == "1").ShouldBeFalse(Reason);
            Assert.Skip(Reason);
        }

        return found;
    }
}
