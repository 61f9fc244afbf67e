using Dashboard.Resources;

namespace Dashboard.Components.Pages.Resources;

/// <summary>How a resource is, in a word and a colour.</summary>
internal static class StateText
{
    /// <summary>The word: its state, with the exit code if it ended with one that says something.</summary>
    public static string Word(ResourceSnapshot resource) => (resource.State, ExitCode(resource)) switch
    {
        (null or "", _) => "Unknown",
        ("Exited" or "Finished", not (null or "0")) and var (state, code) => $"{state} ({code})",
        ("FailedToStart", _) => "Failed to start",
        ("RuntimeUnhealthy", _) => "Runtime unhealthy",
        ("NotStarted", _) => "Not started",
        (var state, _) => state,
    };

    /// <summary>The css class of the colour: good, warning, error or empty.</summary>
    public static string Kind(ResourceSnapshot resource) => resource.StateStyle switch
    {
        "success" => Worse(resource.Health),
        "warning" => "warning",
        "error" => "error",
        "info" => "",
        _ => resource.State switch
        {
            "Running" or "Active" => Worse(resource.Health),
            "FailedToStart" or "RuntimeUnhealthy" => "error",
            "Exited" or "Finished" => ExitCode(resource) is null or "0" ? "" : "error",
            _ => "",
        },
    };

    /// <summary>Its health in a word; a dash when it has none.</summary>
    public static string HealthWord(ResourceHealth? health) => health?.ToString() ?? "–";

    /// <summary>The css class of its health.</summary>
    public static string HealthKind(ResourceHealth? health) => health switch
    {
        ResourceHealth.Healthy => "good",
        ResourceHealth.Degraded => "warning",
        ResourceHealth.Unhealthy => "error",
        _ => "",
    };

    private static string? ExitCode(ResourceSnapshot resource) => resource.Property(ResourcePropertyNames.ExitCode);

    private static string Worse(ResourceHealth? health) => health is ResourceHealth.Degraded or ResourceHealth.Unhealthy ? "warning" : "good";
}
