using System.Globalization;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Filters;

namespace Dashboard.Views.Traces;

/// <summary>Which spans of a trace a query means.</summary>
internal static class SpanMatcher
{
    private const string Resource = "resource";
    private const string Status = "status";
    private const string Duration = "duration";
    private const string Kind = "kind";

    /// <summary>What can be asked of.</summary>
    public static IReadOnlySet<string> Keys { get; } = new HashSet<string>(StringComparer.Ordinal) { Resource, Status, Duration, Kind };

    /// <summary>Whether all conditions hold for a span.</summary>
    /// <exception cref="FilterException">A condition makes no sense.</exception>
    public static Func<SpanRecord, bool> Of(FilterQuery query)
    {
        Func<SpanRecord, bool>[] conditions = [.. query.Terms.Select(Condition)];
        return span => Array.TrueForAll(conditions, condition => condition(span));
    }

    private static Func<SpanRecord, bool> Condition(FilterTerm term) => term switch
    {
        { Key: "" } => span => Mentions(span, term.Value),
        { Attribute: { } attribute } => span => Holds(term, span.Tags.Find(attribute)),
        { Key: Duration } => DurationReader.TryParse(term.Value, out var duration)
            ? span => Compare(term.Operator, span.Duration.CompareTo(duration))
            : throw new FilterException($"{term}: a duration such as 250ms, 2s or 1min."),
        { Key: Status, Value: "error" or "ok" } => span => Negate(term, (span.Status == SpanStatus.Error) == (term.Value == "error")),
        { Key: Status } => throw new FilterException($"{term}: error or ok."),
        { Key: Kind } => Enum.TryParse<SpanKind>(term.Value, ignoreCase: true, out var kind)
            ? span => Negate(term, span.Kind == kind)
            : throw new FilterException($"{term}: server, client, producer, consumer or internal."),
        _ => span => Negate(term, span.Resource.Key.Service.Contains(term.Value, StringComparison.OrdinalIgnoreCase)),
    };

    /// <summary>Numbers compare as numbers; all else is or is not.</summary>
    private static bool Holds(FilterTerm term, string? value)
    {
        if (term.Operator is FilterOperator.Is or FilterOperator.IsNot)
        {
            return Negate(term, value is not null && (term.Value == "*" || value.Equals(term.Value, StringComparison.OrdinalIgnoreCase)));
        }

        return double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            && double.TryParse(term.Value, CultureInfo.InvariantCulture, out var bound)
            && Compare(term.Operator, number.CompareTo(bound));
    }

    private static bool Negate(FilterTerm term, bool holds) => holds != (term.Operator == FilterOperator.IsNot);

    private static bool Compare(FilterOperator comparison, int order) => comparison switch
    {
        FilterOperator.Above => order > 0,
        FilterOperator.AtLeast => order >= 0,
        FilterOperator.Below => order < 0,
        FilterOperator.AtMost => order <= 0,
        FilterOperator.Is => order == 0,
        _ => order != 0,
    };

    private static bool Mentions(SpanRecord span, string text) =>
        span.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (span.StatusMessage?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false)
        || span.SpanId.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)
        || span.Tags.Any(tag => tag.Key.Contains(text, StringComparison.OrdinalIgnoreCase)
            || (span.Tags.Find(tag.Key)?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false))
        || span.Events.Any(item => item.Name.Contains(text, StringComparison.OrdinalIgnoreCase));
}
