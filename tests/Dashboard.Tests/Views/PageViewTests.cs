using CsCheck;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;
using Dashboard.Views;
using Dashboard.Views.Filters;
using Dashboard.Views.Logs;
using Dashboard.Views.Metrics;
using Dashboard.Views.Traces;
using Scenarios.Reports;

namespace Dashboard.Tests.Views;

/// <summary>A page's address says all that the page shows, and can be read again.</summary>
public sealed class PageViewTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Word = Gen.String[Gen.Char["ab.1 :=\"\\ä{}&"], 1, 8].Where(word => !string.IsNullOrWhiteSpace(word));

    private static readonly Gen<DateTimeOffset?> Instant = Gen.Nullable(Gen.Long[0, TimeSpan.TicksPerDay * 365]).Select(ticks => ticks is { } some ? Now.AddTicks(some) : (DateTimeOffset?)null);

    private static readonly Gen<TimeRange> Range = Gen.OneOf(
        Gen.Int[1, 100_000].Select(seconds => new TimeRange(TimeSpan.FromSeconds(seconds), null, null)),
        Gen.Select(Instant, Instant, (from, to) => new TimeRange(null, from, to)));

    [Fact]
    public void Traces_AnyView_IsReadAgainFromItsAddress() =>
        Gen.Select(Word, Word, Range, Gen.Enum<TraceSort>(), Gen.Bool, (text, value, range, sort, ascending) => new TracesView
        {
            Query = new([FilterTerm.Text(text), new(TracesView.Resource, FilterOperator.Is, value), FilterTerm.OfAttribute(text, value)]),
            Range = range,
            Sort = sort,
            IsAscending = ascending,
        }).Sample(view =>
        {
            var address = Address(view.Write());
            TracesView.Read(address("q"), address("last"), address("from"), address("to"), address("sort"), address("order")).ShouldBe(view);
        });

    [Fact]
    public void Logs_AnyView_IsReadAgainFromItsAddress() =>
        Gen.Select(Word, Word, Range, Gen.Bool, Gen.Nullable(Gen.Long), (text, value, range, templates, record) => new LogsView
        {
            Query = new([FilterTerm.Text(text), new(LogsView.Template, FilterOperator.Is, value)]),
            Range = range,
            ShowsTemplates = templates,
            Selected = record,
        }).Sample(view =>
        {
            var address = Address(view.Write());
            LogsView.Read(address("q"), address("last"), address("from"), address("to"), address("show"), view.Selected).ShouldBe(view);
        });

    [Fact]
    public void Metrics_AnyView_IsReadAgainFromItsAddress() =>
        Gen.Select(Word, Word, Range.Where(range => range != TimeRange.All), Gen.Nullable(Gen.Enum<MetricShape>()), (name, value, range, shape) => new MetricsView
        {
            Instrument = new(value, name, name),
            Shape = shape,
            GroupBy = name,
            Where = new([FilterTerm.OfAttribute(name, value)]),
            Range = range,
        }).Sample(view =>
        {
            var address = Address(view.Write());
            MetricsView.Read(
                address("resource"), address("meter"), address("instrument"), address("shape"), address("by"), address("where"),
                address("last"), address("from"), address("to")).ShouldBe(view);
        });

    [Fact]
    public void Traces_Conditions_BecomeTheStoresFilter()
    {
        var filter = TracesView.Read("resource:worker status:error duration>2s attr.faas.trigger=pubsub correlation:c-1 invoke", "60s", null, null, "duration", null).ToFilter(Now);

        filter.ShouldBe(new TraceFilter
        {
            Text = "invoke",
            Resource = "worker",
            HasError = true,
            MinimumDuration = TimeSpan.FromSeconds(2),
            Attribute = new("faas.trigger", "pubsub"),
            CorrelationId = "c-1",
            From = Now.AddMinutes(-1),
            Sort = TraceSort.Duration,
        });
    }

    [Fact]
    public void Logs_Conditions_BecomeTheStoresFilter()
    {
        var filter = LogsView.Read("level:warn trace:00000000000000010000000000000002 span:0000000000000003 attr.x=* refused", null, null, null, null, null).ToFilter(Now);

        filter.ShouldBe(new LogFilter
        {
            MinimumSeverity = 13,
            TraceId = new(1, 2),
            SpanId = new(3),
            Attribute = new("x", null),
            Text = "refused",
        });
    }

    [Theory]
    [InlineData("status:red", "error or ok")]
    [InlineData("status>error", "status:")]
    [InlineData("duration:2s", "duration>")]
    [InlineData("duration>long", "250ms")]
    [InlineData("resource:a resource:b", "twice")]
    [InlineData("attr.a=1 attr.b=2", "one attribute")]
    [InlineData("attr.a>1", "attr.NAME=*")]
    public void Traces_ConditionWithoutSense_SaysWhatIsAllowed(string query, string expected) =>
        Should.Throw<FilterException>(() => TracesView.Read(query, null, null, null, null, null)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("level:loud", "critical")]
    [InlineData("trace:12", "32 hexadecimal")]
    [InlineData("span:zz", "16 hexadecimal")]
    public void Logs_ConditionWithoutSense_SaysWhatIsAllowed(string query, string expected) =>
        Should.Throw<FilterException>(() => LogsView.Read(query, null, null, null, null, null)).Message.ShouldContain(expected);

    [Fact]
    public void Metrics_Live_StandsOnTheStepsGrid()
    {
        var view = MetricsView.Read("worker", "m", "orders", null, null, "attr.outcome=429", null, null, null);

        var query = view.ToQuery(InstrumentKind.Counter, Now.AddSeconds(0.7))!;

        query.Shape.ShouldBe(MetricShape.Rate);
        query.Step.ShouldBe(TimeSpan.FromSeconds(5));
        (query.From, query.To).ShouldBe((Now.AddMinutes(-5), Now.AddSeconds(5)));
        query.Where["outcome"].ShouldBe("429");
    }

    [Fact]
    public void Metrics_AnyRange_HasNoMorePointsThanThereIsRoomFor() =>
        Gen.Long[1, TimeSpan.TicksPerDay * 1_000].Sample(ticks =>
            (TimeSpan.FromTicks(ticks) / MetricsView.StepFor(TimeSpan.FromTicks(ticks))).ShouldBeLessThanOrEqualTo(120));

    [Theory]
    [InlineData("s", new[] { 0, 0.0025, 7.5006 }, "0 – 2.5 ms, 2.5 – 7,501 ms")]
    [InlineData("s", new[] { 0, 0.5, 10, 30 }, "0 – 0.5 s, 0.5 – 10 s, 10 – 30 s")]
    [InlineData("bytes", new[] { 0.5, 1 }, "0.5 – 1 bytes")]
    [InlineData("", new[] { 10, double.PositiveInfinity }, "10 – ∞")]
    public void Columns_OfAHeatMap_HaveOneUnit(string unit, double[] bounds, string heads)
    {
        var chart = new MetricChart { Times = [], Lines = [], HeatMap = [.. bounds.Zip(bounds.Skip(1), (lower, upper) => new HeatRow(lower, upper, []))] };

        string.Join(", ", MetricTable.Columns(chart, MetricScale.Of(chart, unit)).Skip(1)).ShouldBe(heads);
    }

    [Theory]
    [InlineData("s", 0.25, "ms")]
    [InlineData("s", 1.5, "s")]
    [InlineData("bytes", 0.25, "bytes")]
    public void Scale_OfPercentiles_IsInMillisecondsWhereAllAreShort(string unit, double largest, string shown)
    {
        var chart = new MetricChart { Times = [Now, Now], Lines = [new("p50", [], [null, 0.001]), new("p99", [], [largest, null])] };

        MetricScale.Of(chart, unit).Unit.ShouldBe(shown);
    }

    [Theory]
    [InlineData("01A21b60-ed96-7272-ba47-fcab744d953f status:error", null, "01a21b60-ed96-7272-ba47-fcab744d953f")]
    [InlineData("01a21b60-ed96-7272-ba47-fcab744d953f correlation:other", "01a21b60-ed96-7272-ba47-fcab744d953f", "other")]
    [InlineData("order 01a21b60-ed96-7272-ba47-fcab744d953f", "order 01a21b60-ed96-7272-ba47-fcab744d953f", null)]
    [InlineData("cd44801c7a8bdeb138354c6e350c174d", "cd44801c7a8bdeb138354c6e350c174d", null)]
    public void Traces_ACorrelationIdAlone_IsAskedOf(string query, string? text, string? order)
    {
        var filter = TracesView.Read(query, null, null, null, null, null).ToFilter(Now);

        (filter.Text, filter.CorrelationId).ShouldBe((text, order));
    }

    [Fact]
    public void Logs_AnIdAlone_IsAskedOf()
    {
        LogFilter Read(string query) => LogsView.Read(query, null, null, null, null, null).ToFilter(Now);

        (Read("01a21b60-ed96-7272-ba47-fcab744d953f") is { Text: null, CorrelationId: "01a21b60-ed96-7272-ba47-fcab744d953f" }).ShouldBeTrue();
        var trace = Read("cd44801c7a8bdeb138354c6e350c174d level:warning");
        (trace.Text, trace.TraceId?.ToString()).ShouldBe((null, "cd44801c7a8bdeb138354c6e350c174d"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1,A2)", "\"'@SUM(A1,A2)\"")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("+5 more", "'+5 more")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+1e3", "+1e3")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void CsvCell_ThatASpreadsheetWouldCompute_IsText(string text, string expected) => CsvCell.Text(text).ShouldBe(expected);

    [Fact]
    public void Csv_NamesWithCommasAndQuotes_AreQuoted()
    {
        var chart = new MetricChart
        {
            Times = [Now, Now.AddSeconds(1)],
            Lines = [new("a,\"b\"", [], [1.5, null]), new("c", [], [2, 1e-9])],
        };

        MetricTable.Csv(chart, "s").ShouldBe("time,\"a,\"\"b\"\"\",c\r\n2027-01-01T12:00:00.000Z,1.5,2\r\n2027-01-01T12:00:01.000Z,,1E-09\r\n");
    }

    [Theory]
    [InlineData("{order}", nameof(MetricShape.Rate), false, "order/s")]
    [InlineData("s", nameof(MetricShape.Percentiles), true, "s")]
    [InlineData("s", nameof(MetricShape.Rate), true, "values/s")]
    [InlineData("By", nameof(MetricShape.Value), false, "bytes")]
    [InlineData("1", nameof(MetricShape.Value), false, "")]
    public void Unit_OfAShape_IsInWords(string unit, string shape, bool isHistogram, string expected) =>
        UnitText.Of(unit, Enum.Parse<MetricShape>(shape), isHistogram).ShouldBe(expected);

    private static Func<string, string?> Address((string Name, object? Value)[] parts) =>
        name => parts.Single(part => part.Name == name).Value as string is { Length: > 0 } value ? value : null;
}
