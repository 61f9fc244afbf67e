namespace Dashboard.Telemetry.Queries;

/// <summary>One service's part in a trace.</summary>
internal sealed record ServiceShare(string Service, int Spans, int Errors);
