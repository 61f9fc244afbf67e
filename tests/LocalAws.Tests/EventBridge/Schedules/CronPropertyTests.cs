using CsCheck;
using LocalAws.EventBridge.Schedules;

namespace LocalAws.Tests.EventBridge.Schedules;

/// <summary>Cron against a search minute by minute that knows of each item only what it means.</summary>
public sealed class CronPropertyTests
{
    private const int SearchedMinutes = 70 * 24 * 60;

    private static readonly Gen<Item> Minutes = Field(0, 59);
    private static readonly Gen<Item> Hours = Field(0, 23);
    private static readonly Gen<Item> Months = Field(1, 12);

    private static readonly Gen<Day> Days = Gen.OneOf(
        Field(1, 31).Select(static item => new Day(item.Text, "?", day => item.Allows(day.Day))),
        Field(1, 7).Select(static item => new Day("?", item.Text, day => item.Allows(Weekday(day)))),
        Gen.Const(new Day("L", "?", static day => day.AddDays(1).Day == 1)),
        Gen.Int[1, 7].Select(static weekday => new Day("?", $"{weekday}L", day => Weekday(day) == weekday && day.AddDays(7).Month != day.Month)),
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 5], static (weekday, count) => new Day(
            "?", $"{weekday}#{count}", day => Weekday(day) == weekday && Enumerable.Range(0, 31).Count(back => day.Day > back && Weekday(day.AddDays(-back)) == weekday) == count)),
        Gen.Int[1, 31].Select(static target => new Day($"{target}W", "?", day => IsNearestWeekday(day, target))));

    [Fact]
    public void Next_AnyExpression_IsTheFirstMinuteThatASearchFinds() =>
        Gen.Select(Minutes, Hours, Days, Months, Gen.Int[0, 366 * 1440 * 4]).Sample(static (minute, hour, day, month, start) =>
        {
            var after = new DateTimeOffset(2026, 1, 1, 0, 0, 30, TimeSpan.Zero).AddMinutes(start);
            var expression = $"cron({minute.Text} {hour.Text} {day.OfMonth} {month.Text} {day.OfWeek} *)";
            var expected = Search(after, at =>
                minute.Allows(at.Minute) && hour.Allows(at.Hour) && month.Allows(at.Month) && day.Allows(DateOnly.FromDateTime(at.DateTime)));

            var next = RuleSchedule.TryParse(expression).ShouldNotBeNull(expression).Next(after, after);

            if (expected is not null || next < after.AddMinutes(SearchedMinutes))
            {
                next.ShouldBe(expected, $"{expression} after {after:O}");
            }
        }, iter: 300);

    private static DateTimeOffset? Search(DateTimeOffset after, Func<DateTimeOffset, bool> allows)
    {
        var minute = after.AddSeconds(30);
        for (var count = 0; count < SearchedMinutes; count++, minute = minute.AddMinutes(1))
        {
            if (allows(minute))
            {
                return minute;
            }
        }

        return null;
    }

    private static Gen<Item> Field(int low, int high) => Gen.OneOf(
        Gen.Const(new Item("*", static _ => true)),
        Gen.Int[low, high].Select(static value => new Item($"{value}", given => given == value)),
        Gen.Int[low, high].Array[1, 3].Select(static values => new Item(string.Join(',', values), values.Contains)),
        Gen.Select(Gen.Int[low, high], Gen.Int[low, high], static (from, to) => new Item(
            $"{from}-{to}", given => from <= to ? given >= from && given <= to : given >= from || given <= to)),
        Gen.Select(Gen.Int[low, high], Gen.Int[1, 20], static (from, step) => new Item(
            $"{from}/{step}", given => given >= from && (given - from) % step == 0)),
        Gen.Int[1, 20].Select(step => new Item($"*/{step}", given => (given - low) % step == 0)));

    private static bool IsNearestWeekday(DateOnly day, int target)
    {
        if (target > DateTime.DaysInMonth(day.Year, day.Month))
        {
            return false;
        }

        return Enumerable.Range(1, DateTime.DaysInMonth(day.Year, day.Month))
            .Select(number => new DateOnly(day.Year, day.Month, number))
            .Where(static candidate => candidate.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .MinBy(candidate => Math.Abs(candidate.Day - target)) == day;
    }

    private static int Weekday(DateOnly day) => (int)day.DayOfWeek + 1;

    private sealed record Item(string Text, Func<int, bool> Allows);

    private sealed record Day(string OfMonth, string OfWeek, Func<DateOnly, bool> Allows);
}
