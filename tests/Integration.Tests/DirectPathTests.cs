using System.Net.Http.Json;
using System.Text;
using Integration.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Scenarios.Reports;
using Scenarios.Settings;

namespace Integration.Tests;

/// <summary>The smoke scenario without flow control, played once: the accounts and the traces.</summary>
public sealed class DirectPathTests(DirectPathTests.Run run) : IClassFixture<DirectPathTests.Run>
{
    [Fact]
    public void Report_WithoutFlowControl_OrdersAreLostAndEveryOneIsAccountedFor()
    {
        var totals = run.Report.Totals;

        run.Report.Drained.ShouldBeTrue();
        totals.Accepted.ShouldBe(run.Report.Load!.Planned);
        totals.Dropped.ShouldBeGreaterThan(0);
        totals.Delivered.ShouldBeGreaterThan(0);
        totals.InFlight.ShouldBe(0);
        (totals.Delivered + totals.Dropped).ShouldBe(totals.Accepted);
        totals.Unaccounted.ShouldBe(0);
    }

    [Fact]
    public void Report_WithoutFlowControl_ShowsTheCascade()
    {
        var totals = run.Report.Totals;

        totals.Throttled.ShouldBeGreaterThan(totals.Accepted / 2);
        totals.InvocationErrors.ShouldBeGreaterThan(0);
        totals.Calls.ShouldBeGreaterThan(totals.Accepted);
        run.Report.Peaks.ConcurrentExecutions.ShouldBeGreaterThan(20);
        run.Report.Peaks.AsyncEventsDroppedPerMinute.ShouldBeGreaterThan(0);
        run.Report.Peaks.QueueDepth.ShouldBe(0);
    }

    [Fact]
    public void Report_Minutes_AddUpToTheTotals()
    {
        var (minutes, totals) = (run.Report.Minutes, run.Report.Totals);

        minutes.Sum(minute => minute.Accepted).ShouldBe(totals.Accepted);
        minutes.Sum(minute => minute.Delivered).ShouldBe(totals.Delivered);
        minutes.Sum(minute => minute.Dropped).ShouldBe(totals.Dropped);
        minutes.Sum(minute => minute.Invocations).ShouldBe(totals.Invocations);
        minutes.Sum(minute => minute.Errors).ShouldBe(totals.InvocationErrors);
        minutes.Sum(minute => minute.Calls).ShouldBe(totals.Calls);
        minutes.Sum(minute => minute.Throttled).ShouldBe(totals.Throttled);
        minutes.Sum(minute => minute.Faults).ShouldBe(totals.Faults);
    }

    [Fact]
    public void Report_Deliveries_AreWhatSlowApiProcessed()
    {
        var totals = run.Report.Totals;

        // An order that SlowApi processed and the function dropped is in the one count and not in the other.
        run.Processed.Count.ShouldBe((int)(totals.Delivered + totals.ProcessedThoughDropped));
        run.Processed.Intersect(run.Dropped).Count().ShouldBe((int)totals.ProcessedThoughDropped);
        run.Dropped.Count.ShouldBe((int)totals.Dropped);
    }

    [Fact]
    public void Settings_OfAnotherScenario_ReplaceThoseOfTheStart()
    {
        var talk = SettingsExtensions.ReadSystemSettings(new ConfigurationManager { ["Scenario"] = "talk" });

        run.OfAnotherScenario.ShouldAllBe(view => view.Settings == talk);
    }

    [Fact]
    public void Traces_OneAnOrder_FromTheLoadToTheLastAttempt()
    {
        var orders = run.Spans.Where(span => span.Service == "notification-api" && span.Attribute("order.correlation_id") is not null)
            .GroupBy(span => span.Attribute("order.correlation_id")!)
            .ToDictionary(order => order.Key, order => order.Select(span => span.TraceId).Distinct().ToArray());

        orders.Count.ShouldBe((int)run.Report.Totals.Accepted);
        orders.Values.ShouldAllBe(traces => traces.Length == 1);
        orders.Values.Select(traces => traces[0]).Distinct().Count().ShouldBe(orders.Count);
    }

    [Fact]
    public void Traces_OfADroppedOrder_HaveEveryInvocationAndEveryAttemptUnderTheRule()
    {
        var dropped = run.Dropped[0];
        var trace = run.Spans.First(span => span.Attribute("order.correlation_id") == dropped).TraceId;
        var spans = run.Spans.Where(span => span.TraceId == trace).ToArray();
        var byId = spans.ToDictionary(span => span.SpanId);
        var invocations = spans.Where(span => span.Span.Name == "invoke delivery").ToArray();
        var attempts = spans.Where(span => span.Span.Name.StartsWith("attempt ", StringComparison.Ordinal)).ToArray();

        invocations.Length.ShouldBe(3);
        invocations.ShouldAllBe(span => span.Attribute("order.correlation_id") == dropped);
        attempts.Length.ShouldBeGreaterThanOrEqualTo(invocations.Length);
        attempts.ShouldAllBe(span => byId[span.ParentId].Span.Name == "invoke delivery");
        attempts.ShouldAllBe(span => span.Attribute("http.response.status_code") != null || span.Attribute("error.type") != null);
        spans.ShouldContain(span => span.Service == "local-aws" && span.Span.Name.StartsWith("rule ", StringComparison.Ordinal));
        spans.Count(span => span.ParentId.Length == 0 || !byId.ContainsKey(span.ParentId)).ShouldBe(1, "One root and no orphan.");
        invocations.Count(span => span.Span.Links.Count == 1).ShouldBe(2, "Each repeated invocation links to the one before.");
    }

    /// <summary>The run, played once for all tests of this class.</summary>
    public sealed class Run : IAsyncLifetime
    {
        public RunReport Report { get; private set; } = null!;

        public IReadOnlyList<string> Processed { get; private set; } = [];

        public IReadOnlyList<string> Dropped { get; private set; } = [];

        /// <summary>What SlowApi and Delivery.Worker have when, after the run, the talk's settings are asked for.</summary>
        public IReadOnlyList<SettingsView> OfAnotherScenario { get; private set; } = [];

        internal IReadOnlyCollection<CollectedSpan> Spans { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await using var collector = await TraceCollector.StartAsync();
            await using (var lab = await Lab.StartAsync($"--ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL={collector.Url}"))
            {
                Report = await lab.ReportAsync();
                using var slowApi = lab.Client("slow-api");
                using var worker = lab.Client("delivery-worker");
                Processed = await slowApi.GetFromJsonAsync<List<string>>("/orders/processed") ?? [];
                Dropped = await worker.GetFromJsonAsync<List<string>>("/orders/dropped") ?? [];
                OfAnotherScenario = [await UseTalkAsync(slowApi), await UseTalkAsync(worker)];
            }

            // The services flushed their last spans when they stopped.
            Spans = collector.Spans;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static async Task<SettingsView> UseTalkAsync(HttpClient service)
        {
            using var talk = new StringContent("""{"scenario":"talk"}""", Encoding.UTF8, "application/json");
            using var answer = await service.PutAsync("/settings", talk);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<SettingsView>())!;
        }
    }
}
