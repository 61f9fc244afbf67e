namespace LoadGenerator;

/// <summary>The load generator's log lines.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "START {Scenario}: {Planned} arrivals in {Seconds} s go to {Target}, run {RunId}")]
    public static partial void RunStarted(this ILogger logger, string scenario, long planned, double seconds, Uri target, string runId);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "COMPLETE {Scenario}: {Started} sent, {Accepted} accepted, {Rejected} rejected, {Failed} failed, at most {MaxLag} ms late, run {RunId}")]
    public static partial void RunCompleted(
        this ILogger logger, string scenario, long started, long accepted, long rejected, long failed, double maxLag, string runId);

    [LoggerMessage(3, LogLevel.Warning, "CANCELLED {Scenario} after {Started} of {Planned} arrivals, run {RunId}")]
    public static partial void RunCancelled(this ILogger logger, string scenario, long started, long planned, string runId);

    [LoggerMessage(4, LogLevel.Error, "FAILED {Scenario}, run {RunId}")]
    public static partial void RunFailed(this ILogger logger, Exception exception, string scenario, string runId);

    [LoggerMessage(5, LogLevel.Warning, "the first request without an answer: {Reason} (further ones are counted only), run {RunId}")]
    public static partial void FirstFailure(this ILogger logger, string reason, string runId);
}
