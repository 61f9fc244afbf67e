using Dashboard.Ask;
using Dashboard.Otlp;
using Dashboard.Resources;
using Dashboard.Security;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;

namespace Dashboard;

/// <summary>The section <c>Dashboard</c>.</summary>
internal sealed record DashboardOptions
{
    /// <summary>What the pages call the application. Default <c>Observability</c>.</summary>
    public string ApplicationName { get; init; } = "Observability";

    /// <summary>Who may see the pages.</summary>
    public FrontendOptions Frontend { get; init; } = new();

    /// <summary>The OTLP receiver.</summary>
    public OtlpOptions Otlp { get; init; } = new();

    /// <summary>The resource service.</summary>
    public ResourceServiceClientOptions ResourceServiceClient { get; init; } = new();

    /// <summary>The CloudFormation stack whose flow control is switched. Default <c>sls-observe</c>.</summary>
    public string StackName { get; init; } = "sls-observe";

    /// <summary>
    /// Where each start of the dashboard makes a directory for its telemetry. Default empty: <c>observability-lab/telemetry</c> in the user's
    /// local application data.
    /// </summary>
    public string DataDirectory { get; init; } = "";

    /// <summary>How much is held.</summary>
    public TelemetryLimits Limits { get; init; } = new();

    /// <summary>The database.</summary>
    public StoreOptions Store { get; init; } = new();

    /// <summary>Questions in SQL.</summary>
    public AskOptions Ask { get; init; } = new();
}
