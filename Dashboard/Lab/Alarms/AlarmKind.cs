namespace Dashboard.Lab.Alarms;

/// <summary>What is watched.</summary>
public enum AlarmKind
{
    /// <summary>More than 80 % of the account's concurrency is in use.</summary>
    Concurrency,

    /// <summary>The function takes longer, or less long, than it used to.</summary>
    Duration,

    /// <summary>Fewer than 95 % of the invocations of a minute succeeded.</summary>
    Success,

    /// <summary>Orders are under way, and for a minute none was delivered.</summary>
    NoDeliveries,
}
