using Aspire.Hosting.Testing;
using Integration.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The smoke scenario without flow control, and a browser before its dashboard; both started with the first test.</summary>
public sealed class BrowserLab : IAsyncDisposable
{
    /// <summary>How long a page may take on a machine that plays a run beside it.</summary>
    private const float PatienceMilliseconds = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Lab? _lab;

    /// <summary>Where the dashboard is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The address that the app host prints.</summary>
    public Uri LoginAddress { get; private set; } = null!;

    /// <summary>A window of its own, with its own cookies.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool logIn = true)
    {
        await StartAsync();
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        context.SetDefaultTimeout(PatienceMilliseconds);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        var page = await context.NewPageAsync();
        if (logIn)
        {
            await page.GotoAsync(LoginAddress.ToString());
        }

        return page;
    }

    /// <summary>A client of a resource.</summary>
    internal HttpClient Client(string resource) => _lab!.Client(resource);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_lab is not null)
        {
            await _lab.DisposeAsync();
        }
    }

    private async Task StartAsync()
    {
        if (_browser is not null)
        {
            return;
        }

        var chromium = Chromium.Find();
        _lab = await Lab.StartAsync();
        Address = _lab.App.GetEndpoint("dashboard", "http");
        var token = _lab.App.Services.GetRequiredService<IConfiguration>()["AppHost:BrowserToken"];
        LoginAddress = new Uri(Address, $"/login?t={token}");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Flags });
    }
}
