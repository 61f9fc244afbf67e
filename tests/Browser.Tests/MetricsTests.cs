using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A histogram over time: its chart, its heat map, and from a measured value to the trace that it was measured in.</summary>
public sealed partial class MetricsTests(BrowserLab lab)
{
    private const string RequestDurations =
        "/metrics?resource=slow-api&meter=Microsoft.AspNetCore.Hosting&instrument=http.server.request.duration&last=1h&where=attr.http.route%3D%2Fslow";

    /// <summary>What is drawn, as the chart library knows it: each series' kind and number of points.</summary>
    private const string Drawn = """
        () => globalThis.echarts?.getInstanceByDom(document.querySelector('.drawing canvas')?.parentElement?.parentElement)
            ?.getOption().series.map(series => `${series.type} ${series.data.filter(point => point.value[1] !== null).length}`).join(', ') ?? ''
        """;

    [Fact]
    public async Task Histogram_AsPercentiles_IsAChartATableAndTraces()
    {
        var page = await lab.OpenAsync(RequestDurations);
        await page.WaitForFunctionAsync($"() => /^line [1-9]\\d*, line [1-9]\\d*, line [1-9]\\d*, scatter [1-9]/.test(({Drawn})())");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Figures" }).Locator("tbody tr").First).ToBeVisibleAsync();
        var traces = page.Locator(".figures .traces tbody a");

        await traces.First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Tree, new() { Name = "Spans" })).ToContainTextAsync("POST /slow");
        page.Url.ShouldMatch("/traces/[0-9a-f]{32}\\?span=[0-9a-f]{16}$");
    }

    [Fact]
    public async Task Histogram_AsHeatMap_HasARowForEachBucketWithItsUnit()
    {
        var page = await lab.OpenAsync(RequestDurations);

        await page.GetByLabel("Shown as").SelectOptionAsync(new SelectOptionValue { Label = "heat map" });

        await page.WaitForFunctionAsync($"() => /^heatmap [1-9]/.test(({Drawn})())");
        var rows = await page.EvaluateAsync<string[]>(
            "() => echarts.getInstanceByDom(document.querySelector('.drawing canvas').parentElement.parentElement).getOption().yAxis[0].data");
        rows.Length.ShouldBeGreaterThan(2);
        rows.ShouldAllBe(row => Bucket().IsMatch(row));
        rows.Select(row => row.Split(' ')[^1]).Distinct().ShouldHaveSingleItem();
        page.Url.ShouldContain("shape=HeatMap", Case.Insensitive);
    }

    [GeneratedRegex("^[0-9.,]+ – [0-9.,]+ m?s$")]
    private static partial Regex Bucket();
}
