namespace AppHost.Lab;

/// <summary>The section <c>Lab</c>: where the lab keeps what it writes.</summary>
public sealed record FolderOptions
{
    /// <summary>
    /// The folder that every run gets a folder of its own in, which is kept. Default: observability-lab/runs in the user's
    /// local application data.
    /// </summary>
    public string DataDirectory { get; init; } = "";
}
