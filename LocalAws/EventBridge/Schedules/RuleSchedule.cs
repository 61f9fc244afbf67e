namespace LocalAws.EventBridge.Schedules;

/// <summary>When a rule fires by itself. Source: EventBridge User Guide, "Creating a rule that runs on a schedule".</summary>
internal abstract record RuleSchedule
{
    /// <summary>Reads a <c>rate(…)</c> or a <c>cron(…)</c>; null if it is neither.</summary>
    public static RuleSchedule? TryParse(string expression) =>
        (RuleSchedule?)RateSchedule.TryParse(expression) ?? CronSchedule.TryParse(expression);

    /// <summary>The first moment later than <paramref name="after"/>; null: there is none any more.</summary>
    /// <param name="start">When the schedule began; a rate counts from there.</param>
    public abstract DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset start);
}
