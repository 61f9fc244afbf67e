using System.Globalization;
using Dashboard.Runs;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>What a file of a run is called: <c>run-smoke-2026-11-27T14-15-48Z.json</c>, by when it began, UTC.</summary>
internal static class ExportName
{
    /// <summary>The name.</summary>
    public static string Of(FinishedRun run, string extension)
    {
        // Whoever announces a run may call its scenario anything.
        var scenario = string.Concat(run.Report.Scenario.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"run-{scenario}-{run.Report.StartedAt.UtcDateTime:yyyy-MM-dd'T'HH-mm-ss'Z'}.{extension}");
    }

    /// <summary>Tells whoever asked for the file to keep it under that name.</summary>
    public static void NameFile(this HttpResponse response, FinishedRun run, string extension) =>
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = Of(run, extension) }.ToString();
}
