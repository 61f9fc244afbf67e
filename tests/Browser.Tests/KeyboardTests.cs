using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Whoever has no mouse gets everywhere, sees where they are, and gets out again.</summary>
public sealed class KeyboardTests(BrowserLab lab)
{
    private const int Steps = 40;
    private const int MostInstruments = 500;

    private const string IsAtEnd =
        "() => { const list = document.activeElement; return list.matches('.grid-scroll') && list.scrollTop > 0 && list.scrollHeight - list.scrollTop - list.clientHeight < 2 && !list.querySelector('.placeholder'); }";

    /// <summary>A field without a border of its own has it around its box.</summary>
    private const string FocusShown =
        """
        () => {
            const isShown = element => {
                const style = getComputedStyle(element);
                return style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
            };
            const focused = document.activeElement;
            const box = focused.closest('.query') ?? focused;
            return focused === document.body || isShown(focused) || isShown(box);
        }
        """;

    [Fact]
    public async Task Escape_OnDetails_ClosesThemAndGivesTheFocusBack()
    {
        var page = await lab.OpenAsync();
        var name = page.GetByRole(AriaRole.Button, new() { Name = "Details of slow-api" });
        await name.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the details" }).FocusAsync();

        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);
        await Expect(name).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/logs?q=correlation:{order}", "td.message button")]
    [InlineData("/traces/{trace}", ".waterfall .row .name")]
    public async Task Escape_OnDetailsOfALongList_ClosesThem(string path, string opener)
    {
        var page = await lab.OpenAsync(path);
        await page.Locator(opener).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Complementary)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_OnDialog_WhichKeepsTheFocus_ClosesItAndGivesTheFocusBack()
    {
        var page = await lab.OpenAsync();
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" });
        await opener.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeFocusedAsync();
        for (var i = 0; i < 3; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        (await dialog.EvaluateAsync<bool>("dialog => dialog.contains(document.activeElement) || document.activeElement === document.body")).ShouldBeTrue();

        await page.Keyboard.PressAsync("Escape");

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/traces", "Traces", "tbody td a")]
    [InlineData("/logs", "Log records", "tbody td button")]
    public async Task LongList_WithTheKeysAlone_GoesToItsEndAndBack(string path, string name, string inRow)
    {
        var page = await lab.OpenAsync(path);
        var list = page.GetByRole(AriaRole.Region, new() { Name = name });
        await Expect(list.Locator(inRow).First).ToBeVisibleAsync();

        // What has the focus is not drawn at the other end: the list keeps it.
        await list.Locator(inRow).First.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(list).ToBeFocusedAsync();
        await PressUntilAsync(page, "End", IsAtEnd);
        await PressUntilAsync(page, "Home", "() => document.activeElement.matches('.grid-scroll') && document.activeElement.scrollTop === 0");
        await Expect(list).ToBeFocusedAsync();
    }

    /// <summary>The system goes on: a list may have grown since its end was in sight.</summary>
    private static async Task PressUntilAsync(IPage page, string key, string isThere)
    {
        for (var i = 0; i < 100; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<bool>($"new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then({isThere})"))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{key} leads nowhere.");
    }

    [Fact]
    public async Task Instruments_WithTheKeysAlone_AreReachedToTheLast()
    {
        var page = await lab.OpenAsync("/metrics");
        await Expect(page.Locator("nav.tree li a").Last).ToBeAttachedAsync();
        // Instruments may still come in front of it and behind it.
        var address = await page.Locator("nav.tree li a").Last.GetAttributeAsync("href");
        var last = page.Locator($"nav.tree li a[href='{address}']");

        await page.Locator("nav.tree li a").First.FocusAsync();
        for (var i = 0; i < MostInstruments && await page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')") != address; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement.tagName === 'SUMMARY'"))
            {
                await page.Keyboard.PressAsync("Tab");
            }
        }

        await Expect(last).ToBeFocusedAsync();
        await Expect(last).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(last).ToHaveAttributeAsync("aria-current", "page");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/resources")]
    [InlineData("/logs")]
    [InlineData("/traces")]
    [InlineData("/traces/{trace}")]
    [InlineData("/metrics")]
    [InlineData("/ask?question=lost-orders")]
    [InlineData("/runs")]
    public async Task Tab_OnEveryPage_ShowsWhereTheFocusIs(string path)
    {
        var page = await lab.OpenAsync(path);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        for (var i = 0; i < Steps; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>(FocusShown))
            {
                Assert.Fail($"Nothing shows the focus on {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}");
            }
        }
    }
}
