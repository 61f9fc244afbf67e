namespace Amazon.EventBridge.Model;

/// <summary>How long delivery is tried.</summary>
public partial class RetryPolicy
{
    /// <summary>The age at which it is given up, 60 to 86,400 s. Default 86,400.</summary>
    public int? MaximumEventAgeInSeconds { get; set; }

    /// <summary>The tries after the first, 0 to 185. Default 185.</summary>
    public int? MaximumRetryAttempts { get; set; }
}
