using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The dashboard of a running system, as a reader sees it.</summary>
public sealed partial class DashboardTests(BrowserLab lab)
{
    private static readonly string[] Names = ["dashboard", "slow-api", "delivery-worker", "notification-api", "load-generator", "local-aws", "stack"];

    [Fact]
    public async Task Login_WithoutTheLink_AsksForTheTokenAndRefusesAnother()
    {
        var page = await lab.OpenAsync(logIn: false);

        await page.GotoAsync(new Uri(lab.Address, "/console").ToString());
        await page.GetByLabel("Token").FillAsync("another");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not the token");

        await page.GetByLabel("Token").FillAsync(lab.LoginAddress.Query["?t=".Length..]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Console" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Resources_AfterTheLogin_AreAllThereAndHealthy()
    {
        var page = await lab.OpenAsync();

        foreach (var name in Names)
        {
            var row = page.Locator($"tr[data-resource='{name}']");
            await Expect(row.Locator(".state")).ToHaveTextAsync("Running");
            await Expect(row.Locator(".health")).ToHaveTextAsync("Healthy");
        }
    }

    [Fact]
    public async Task Environment_Secret_ReachesTheBrowserOnlyWhenItIsAskedFor()
    {
        var page = await lab.OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Details of slow-api" }).ClickAsync();
        var show = page.GetByRole(AriaRole.Button, new() { Name = "Show ApiKeys__0" });
        await Expect(show).ToBeVisibleAsync();
        var secret = page.Locator(".secret", new() { Has = show }).Locator(".mono");
        (await secret.TextContentAsync()).ShouldBe("••••••••");

        await show.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hide ApiKeys__0" })).ToBeVisibleAsync();
        var shown = await page.Locator(".secret", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "Hide ApiKeys__0" }) }).Locator(".mono").TextContentAsync();
        shown!.Length.ShouldBeGreaterThan(8);
        shown.ShouldNotContain("•");
    }

    [Fact]
    public async Task Graph_ShowsEveryResourceAndOpensItsDetails()
    {
        var page = await lab.OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Graph" }).ClickAsync();
        await Expect(page.Locator("svg.graph g.node")).ToHaveCountAsync(Names.Length);
        await page.GetByRole(AriaRole.Button, new() { Name = "slow-api, Running" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("SlowApi.csproj");
        page.Url.ShouldContain("view=graph");
    }

    [Fact]
    public async Task Restart_OfAResource_IsToldAndSeenInItsConsole()
    {
        var page = await lab.OpenAsync();
        var row = page.Locator("tr[data-resource='load-generator']");
        await row.GetByRole(AriaRole.Button, new() { Name = "Restart load-generator" }).ClickAsync();
        if (await page.GetByRole(AriaRole.Alertdialog).IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Alertdialog).Locator(".confirm").ClickAsync();
        }

        await Expect(page.Locator(".notices")).ToContainTextAsync("done");
        await row.GetByRole(AriaRole.Link, new() { Name = "Console of load-generator" }).ClickAsync();

        // The end of its output is now what it says at its start, and no longer what it did for the last order.
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Now listening on");
        await page.GetByLabel("Search in the output").FillAsync("Now listening on");
        await Expect(page.Locator(".hits")).ToHaveTextAsync(SomeHits());
    }

    [Fact]
    public async Task Console_FollowsTheEnd_UntilTheReaderScrollsAway()
    {
        var page = await lab.OpenAsync("/console?resource=delivery-worker");
        var console = page.GetByRole(AriaRole.Log);
        var follow = page.GetByRole(AriaRole.Button, new() { Name = "Follow the end" });
        await Expect(console).ToContainTextAsync("Delivery.Worker");
        await Expect(follow).ToHaveAttributeAsync("aria-pressed", "true");
        await page.WaitForFunctionAsync("() => { const list = document.querySelector('[role=log]'); return list.scrollTop > 400 && list.scrollHeight - list.scrollTop - list.clientHeight < 60; }");

        await console.HoverAsync();
        await page.Mouse.WheelAsync(0, -300);

        await Expect(follow).ToHaveAttributeAsync("aria-pressed", "false");
        await follow.ClickAsync();
        await page.WaitForFunctionAsync("() => { const list = document.querySelector('[role=log]'); return list.scrollHeight - list.scrollTop - list.clientHeight < 60; }");
    }

    [Fact]
    public async Task Theme_OfTheSystemAndThenOfTheReader_IsKept()
    {
        var page = await lab.OpenAsync(scheme: ColorScheme.Dark);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Light theme" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Light theme" })).ToHaveAttributeAsync("aria-checked", "true");
    }

    [Fact]
    public async Task NarrowWindow_FitsAndItsPagesAreBehindAButton()
    {
        var page = await lab.OpenAsync(width: 390, height: 800);
        await Expect(page.Locator("tr[data-resource='slow-api']")).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await Expect(page.GetByRole(AriaRole.Navigation)).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pages" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Console" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Console" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Keyboard_Letters_GoToPagesButNotWhileTyping()
    {
        var page = await lab.OpenAsync();
        await Expect(page.Locator("tr[data-resource='slow-api']")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Searchbox).FillAsync("c");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("c");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Resources" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Searchbox).BlurAsync();
        await page.Keyboard.PressAsync("c");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Console" })).ToBeVisibleAsync();
    }

    [GeneratedRegex("of [1-9]")]
    private static partial Regex SomeHits();
}
