namespace StandIns.Aws.Tests.Telemetry;

/// <summary>Tests that see every span of the process, and so run alone.</summary>
[CollectionDefinition(nameof(TracedProcess), DisableParallelization = true)]
public sealed class TracedProcess;
