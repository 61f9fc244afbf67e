namespace Aspire.Hosting;

/// <summary>What is done with the application.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>It is run.</summary>
    Run = 0,

    /// <summary>Its manifest is written.</summary>
    Publish = 1,
}
