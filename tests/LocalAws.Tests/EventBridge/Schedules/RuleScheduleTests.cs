using LocalAws.EventBridge.Schedules;

namespace LocalAws.Tests.EventBridge.Schedules;

/// <summary>Which expressions are schedules, and when they fire.</summary>
public sealed class RuleScheduleTests
{
    [Theory]
    [InlineData("rate(1 minute)")]
    [InlineData("rate(5 minutes)")]
    [InlineData("rate(1 hour)")]
    [InlineData("rate(12 hours)")]
    [InlineData("rate(1 day)")]
    [InlineData("rate(7 days)")]
    [InlineData("cron(0 2 ? * SAT *)")]
    [InlineData("cron(0 12 * * ? *)")]
    [InlineData("cron(5,35 14 * * ? *)")]
    [InlineData("cron(15 10 ? * 6L 2022-2035)")]
    [InlineData("cron(0 2 ? * SAT#3 *)")]
    [InlineData("cron(* * ? * SAT#3 *)")]
    [InlineData("cron(0/5 5 ? JAN 1-5 2122)")]
    [InlineData("cron(0 18 ? * MON-FRI *)")]
    [InlineData("cron(0 8 1 * ? *)")]
    [InlineData("cron(0/30 20-23 ? * MON-FRI *)")]
    [InlineData("cron(0 0 L * ? *)")]
    [InlineData("cron(0 0 3W * ? *)")]
    [InlineData("cron(0 0 LW * ? *)")]
    public void TryParse_Schedule_IsOne(string expression) => RuleSchedule.TryParse(expression).ShouldNotBeNull();

    [Theory]
    [InlineData("rate(10 seconds)")]
    [InlineData("rate(10 years)")]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(1 hours)")]
    [InlineData("rate(10 minute)")]
    [InlineData("rate(10 day)")]
    [InlineData("rate()")]
    [InlineData("rate(10)")]
    [InlineData("rate(10 minutess)")]
    [InlineData("rate(foo minutes)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(-10 minutes)")]
    [InlineData("rate(10 MINUTES)")]
    [InlineData("rate( 10 minutes )")]
    [InlineData(" rate(10 minutes)")]
    [InlineData("rate(999999999 days)")]
    [InlineData("cron(0 1 * * * *)")]
    [InlineData("cron(0 1 ? * ? *)")]
    [InlineData("cron(7 20 * * NOT *)")]
    [InlineData("cron(INVALID)")]
    [InlineData("cron(0 dummy ? * MON-FRI *)")]
    [InlineData("cron(71 8 1 * ? *)")]
    [InlineData("cron(0 24 1 * ? *)")]
    [InlineData("cron(0 8 32 * ? *)")]
    [InlineData("cron(0 8 1 13 ? *)")]
    [InlineData("cron(0 8 ? * 8 *)")]
    [InlineData("cron(0 8 1 * ? 1969)")]
    [InlineData("cron(0/0 8 1 * ? *)")]
    [InlineData("cron(0 2 ? * SAT#6 *)")]
    [InlineData("cron(0 2 ? * 3#1,6#3 *)")]
    [InlineData("cron(0 8 1 * ?)")]
    [InlineData("every day")]
    [InlineData("")]
    public void TryParse_NoSchedule_IsRefused(string expression) => RuleSchedule.TryParse(expression).ShouldBeNull();

    [Theory]
    [InlineData("cron(0 10 * * ? *)", "2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z")]
    [InlineData("cron(0 10 * * ? *)", "2026-01-01T09:59:59Z", "2026-01-01T10:00:00Z")]
    [InlineData("cron(0 0 L * ? *)", "2028-02-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("cron(0 0 LW * ? *)", "2026-05-01T00:00:00Z", "2026-05-29T00:00:00Z")]
    [InlineData("cron(0 0 1W * ? *)", "2026-07-31T12:00:00Z", "2026-08-03T00:00:00Z")]
    [InlineData("cron(0 0 15W * ? *)", "2026-02-02T00:00:00Z", "2026-02-16T00:00:00Z")]
    [InlineData("cron(0 0 ? * 6L *)", "2026-01-01T00:00:00Z", "2026-01-30T00:00:00Z")]
    [InlineData("cron(0 0 ? * TUE#2 *)", "2026-01-01T00:00:00Z", "2026-01-13T00:00:00Z")]
    [InlineData("cron(0 0 ? * FRI-MON *)", "2026-01-06T00:00:00Z", "2026-01-09T00:00:00Z")]
    [InlineData("cron(0 0 31 2 ? *)", "2026-01-01T00:00:00Z", null)]
    [InlineData("cron(0 0 1 1 ? 2025)", "2026-01-01T00:00:00Z", null)]
    [InlineData("rate(5 minutes)", "2026-01-01T00:04:59Z", "2026-01-01T00:05:00Z")]
    [InlineData("rate(5 minutes)", "2026-01-01T00:05:00Z", "2026-01-01T00:10:00Z")]
    public void Next_Schedule_IsTheFirstMomentAfter(string expression, string after, string? expected) =>
        RuleSchedule.TryParse(expression)!.Next(Time(after), Time("2026-01-01T00:00:00Z")).ShouldBe(expected is null ? null : Time(expected));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, null);
}
