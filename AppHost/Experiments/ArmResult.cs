using System.Text.Json.Serialization;
using Scenarios.Reports;

namespace AppHost.Experiments;

/// <summary>How an arm ended.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Report">What it came to; null if it did not get so far.</param>
/// <param name="ExitCode">Of its process: 0, or 1 if an order was not accounted for or something failed, or 2 if its settings were refused.</param>
internal sealed record ArmResult(Arm Arm, RunReport? Report, int ExitCode)
{
    /// <summary>What was played, by name.</summary>
    [JsonIgnore]
    public string Name => Arm.NameOf(Report);
}
