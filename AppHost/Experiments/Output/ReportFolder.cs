using System.Text.Json;
using AppHost.Lab;
using Scenarios.Reports;

namespace AppHost.Experiments.Output;

/// <summary>The folder that an experiment's reports go to.</summary>
internal sealed class ReportFolder
{
    private static readonly string[] Names = ["report.json", "report.csv", "summary.md", "report.html"];

    /// <summary>Creates it before anything is played: a folder that cannot be written to is known at once.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It cannot be created.</exception>
    public ReportFolder(string path)
    {
        Path = path;
        if (Array.Find(Names, name => !Writable.IsFile(System.IO.Path.Combine(path, name))) is { } name)
        {
            throw ExperimentPlan.Refuse(
                $"--out \"{path}\": must be a folder that can be written to{(Directory.Exists(System.IO.Path.Combine(path, name)) ? $"; its {name} is a folder" : "")}.");
        }
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Writes all reports.</summary>
    public async Task WriteAsync(ExperimentResult experiment)
    {
        await using (var json = File.Create(System.IO.Path.Combine(Path, "report.json")))
        {
            await JsonSerializer.SerializeAsync(json, experiment, ExperimentJson.Default.ExperimentResult);
        }

        await File.WriteAllTextAsync(System.IO.Path.Combine(Path, "report.csv"), MinutesCsv.Text(experiment.Reported.Select(arm => (arm.Name, arm.Report!))));
        await File.WriteAllTextAsync(System.IO.Path.Combine(Path, "summary.md"), MarkdownSummary.Text(experiment));
        await File.WriteAllTextAsync(System.IO.Path.Combine(Path, "report.html"), HtmlReport.Text(experiment));
    }
}
