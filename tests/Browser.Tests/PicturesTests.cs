using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Every page in both themes, without an error and within the window.</summary>
public sealed class PicturesTests(BrowserLab lab)
{
    private const int Width = 1440;
    private const int Height = 900;

    /// <summary>The pages: a picture's name, the address, and what is there once the page has come.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "lab", "/", "[data-station='SlowApi']" },
        { "resources", "/resources", "tr[data-resource='slow-api'] .health" },
        { "resources-graph", "/resources?view=graph", "svg.graph g.node" },
        { "console", "/console?resource=delivery-worker", "[role=log] .row" },
        { "logs", "/logs?q=level:warning", "tbody td.message" },
        { "logs-of-an-order", "/logs?q=correlation:{order}", "tbody td.message" },
        { "log-messages", "/logs?show=templates", "table.grid tbody td" },
        { "traces", "/traces?q=status:error", "tbody tr.failed" },
        { "trace", "/traces/{trace}", ".waterfall .row.wait rect.gap" },
        { "metrics", "/metrics?resource=slow-api&meter=Microsoft.AspNetCore.Hosting&instrument=http.server.request.duration&last=5min", ".drawing canvas, .drawing svg" },
        { "metrics-heat-map", "/metrics?resource=slow-api&meter=Microsoft.AspNetCore.Hosting&instrument=http.server.request.duration&shape=heatmap&last=5min", ".drawing canvas" },
        { "ask", "/ask?question=lost-orders", ".answer tbody td" },
        { "ask-chart", "/ask?question=concurrency&show=chart", ".answer canvas" },
        { "ask-refusal", "/ask?sql=SELECT%20status,%20coutn(*)%0AFROM%20orders%0AGROUP%20BY%20status", ".refusal pre" },
        { "story", "/story/{order}", ".story svg.line rect" },
        { "runs", "/runs", "table.grid tbody td.name" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InLightAndDark_FitsItsWindowWithoutAnError(string name, string path, string ready)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await lab.OpenAsync(path, Width, Height, scheme);
            List<string> errors = [];
            page.PageError += (_, error) => errors.Add(error);
            await page.ReloadAsync();

            await Expect(page.Locator(ready).First).ToBeVisibleAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", scheme == ColorScheme.Dark ? "dark" : "light");
            await Expect(page.Locator("main .state[role=alert]")).ToHaveCountAsync(0);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Width);
            errors.ShouldBeEmpty();
            await Pictures.KeepAsync(page, $"{name}-{scheme.ToString().ToLowerInvariant()}");
            await page.Context.CloseAsync();
        }
    }
}
