using System.Text.Json;
using LoadGenerator.Api;
using LoadGenerator.Runs;

namespace LoadGenerator.Cli;

/// <summary>The report's file: the run as <c>GET /runs/{id}</c> would show it at its end.</summary>
internal static class LoadReport
{
    public static async Task WriteAsync(Stream file, RunView view)
    {
        await JsonSerializer.SerializeAsync(file, view, RunJson.Default.RunView);
        await file.WriteAsync("\n"u8.ToArray());
    }
}
