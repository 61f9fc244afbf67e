namespace Scenarios.Reports;

/// <summary>A setting of the system was changed while a run was on.</summary>
public sealed record SettingChange
{
    /// <summary>When it was noticed, simulated seconds since the run began: at once from the lab's page, within a real second from elsewhere.</summary>
    public required double AtSeconds { get; init; }

    /// <summary>Its configuration key, such as <c>SlowApi:FaultRate</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its value until then.</summary>
    public required string From { get; init; }

    /// <summary>Its value since.</summary>
    public required string To { get; init; }
}
