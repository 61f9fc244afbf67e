using Dashboard.Telemetry.Queries;
using Dashboard.Views.Filters;

namespace Dashboard.Views.Traces;

/// <summary>What the page of traces shows: all of it stands in its address.</summary>
internal sealed record TracesView
{
    /// <summary>A service that took part.</summary>
    public const string Resource = "resource";

    /// <summary><c>error</c> or <c>ok</c>.</summary>
    public const string Status = "status";

    /// <summary>The duration, real time.</summary>
    public const string Duration = "duration";

    /// <summary>The order.</summary>
    public const string Correlation = "correlation";

    /// <summary>What can be asked of.</summary>
    public static IReadOnlySet<string> Keys { get; } = new HashSet<string>(StringComparer.Ordinal) { Resource, Status, Duration, Correlation };

    /// <summary>The conditions.</summary>
    public FilterQuery Query { get; init; } = FilterQuery.Empty;

    /// <summary>When the traces began.</summary>
    public TimeRange Range { get; init; } = TimeRange.All;

    /// <summary>By what they are sorted.</summary>
    public TraceSort Sort { get; init; }

    /// <summary>Whether the oldest, shortest or smallest comes first.</summary>
    public bool IsAscending { get; init; }

    /// <summary>Reads the parts of an address.</summary>
    /// <exception cref="FilterException">One of them cannot be read.</exception>
    public static TracesView Read(string? query, string? last, string? from, string? to, string? sort, string? order)
    {
        var view = new TracesView
        {
            Query = FilterQuery.Parse(query, Keys),
            Range = TimeRange.Read(last, from, to),
            Sort = string.IsNullOrEmpty(sort) ? TraceSort.Start
                : Enum.TryParse<TraceSort>(sort, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
                : throw new FilterException($"sort={sort}: start, duration or spans."),
            IsAscending = order switch
            {
                null or "" => false,
                "asc" => true,
                _ => throw new FilterException($"order={order}: asc, or nothing."),
            },
        };
        view.ToFilter(default);
        return view;
    }

    /// <summary>As parts of an address.</summary>
    public (string Name, object? Value)[] Write() =>
    [
        ("q", Query.ToString()),
        .. Range.Write(),
        ("sort", Sort == TraceSort.Start ? null : Sort.ToString().ToLowerInvariant()),
        ("order", IsAscending ? "asc" : null),
    ];

    /// <summary>As a question to the store.</summary>
    /// <exception cref="FilterException">A condition makes no sense.</exception>
    public TraceFilter ToFilter(DateTimeOffset now)
    {
        var (from, to) = Range.At(now);
        var (text, order) = Query.TextAndOrder(Correlation);
        return new()
        {
            Text = text,
            Resource = Query.Value(Resource),
            HasError = Query.Value(Status) switch
            {
                null => null,
                "error" => true,
                "ok" => false,
                var other => throw new FilterException($"{Status}:{other}: error or ok."),
            },
            MinimumDuration = Query.LeastDuration(Duration),
            Attribute = Query.Attribute(),
            CorrelationId = order,
            From = from,
            To = to,
            Sort = Sort,
            Descending = !IsAscending,
        };
    }

    /// <summary>The same, sorted by another column; by the same, the other way round.</summary>
    public TracesView SortedBy(TraceSort sort) => this with { Sort = sort, IsAscending = sort == Sort && !IsAscending };
}
