using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The pages while the telemetry database is closed by a full disk, and after it: every one says so, and comes back by itself.</summary>
public sealed class ClosedDatabaseTests
{
    private const string Trace = "5b8efff798038103d269b633813fc60c";
    private const int SpansARequest = 500;
    private const int LongName = 500;
    private const int MostRounds = 20;
    private const int MostRequests = 100;

    /// <summary>A page's address, and what it has in it once it has come.</summary>
    private static readonly (string Path, string Ready)[] Pages =
    [
        ("/", "h1"),
        ("/resources", "h1"),
        ("/console", "h1"),
        ("/logs", ".grid-scroll"),
        ("/logs?show=templates", "h1"),
        ("/traces", "tbody td.name a"),
        ($"/traces/{Trace}", ".waterfall .row"),
        ("/metrics", "h1"),
        ("/runs", "h1"),
        ("/runs/compare", "h1"),
        ("/story/01a21efd-2314-70c6-b23b-61ceb0376a0b", "h1"),
        ("/ask?sql=SELECT%20count(*)%20FROM%20spans", ".answer tbody td"),
    ];

    [Fact]
    public async Task EveryPage_WhileTheDatabaseIsClosed_SaysSo_AndComesBackByItself()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "The length of a process' files is bounded with prlimit (util-linux).");
        var chromium = Chromium.Find();
        await using var dashboard = await AloneDashboard.StartAsync("--Dashboard:Store:CheckpointMegabytes=1", "--Dashboard:Store:FlushMilliseconds=20");
        (await dashboard.SendAsync()).ShouldBeTrue();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Flags });
        var context = await browser.NewContextAsync();
        context.SetDefaultTimeout((float)AloneDashboard.Patience.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)AloneDashboard.Patience.TotalMilliseconds);
        List<(IPage Page, string Ready)> open = [.. await OpenAllAsync(context, dashboard)];
        foreach (var (page, ready) in open)
        {
            await Expect(page.Locator(ready).First).ToBeVisibleAsync();
        }

        await CloseAsync(dashboard);
        open.AddRange(await OpenAllAsync(context, dashboard));
        foreach (var (page, _) in open)
        {
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("is tried again");
            await Expect(page.GetByText("This page met an error")).ToHaveCountAsync(0);
        }

        await dashboard.BoundFilesAsync("unlimited");
        foreach (var (page, ready) in open)
        {
            await Expect(page.Locator(ready).First).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            // Its connection lives.
            await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        }
    }

    private static async Task<IReadOnlyList<(IPage Page, string Ready)>> OpenAllAsync(IBrowserContext context, AloneDashboard dashboard)
    {
        List<(IPage, string)> opened = [];
        foreach (var (path, ready) in Pages)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(dashboard.Address + path);
            opened.Add((page, ready));
        }

        return opened;
    }

    /// <summary>Has the disk full at a checkpoint, and then for the checkpoint with which the database is reopened.</summary>
    private static async Task CloseAsync(AloneDashboard dashboard)
    {
        for (var round = 1; round < MostRounds; round++)
        {
            await dashboard.BoundFilesAsync((round * 2 * 1024 * 1024).ToString(CultureInfo.InvariantCulture));
            for (var request = 0; request < MostRequests && await dashboard.ProblemAsync() is null; request++)
            {
                await dashboard.SendAsync(Enumerable.Range(0, SpansARequest).Select(_ => (Random(16), Random(8), Random(LongName))));
            }

            await dashboard.BoundFilesAsync("65536");
            // It may have been reopened in between; if not, it stays closed beyond the next time that is tried.
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
            if (await dashboard.ProblemAsync() is not null)
            {
                return;
            }
        }

        Assert.Fail("The database was never closed.");
    }

    private static string Random(int bytes) => RandomNumberGenerator.GetHexString(2 * bytes, lowercase: true);
}
