using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.Testing;
using Integration.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>
/// The smoke scenario, played to its end without flow control, and a browser before its dashboard: once for all tests, started
/// with the first.
/// </summary>
public sealed class BrowserLab : IAsyncDisposable
{
    /// <summary>How long a page may take on a machine that plays a run beside it.</summary>
    private const float PatienceMilliseconds = 30_000;

    /// <summary>Slower than elsewhere: what an order went through is to be the scenario's doing, not a busy machine's.</summary>
    private const int Speed = 5;

    private readonly string _kept = Path.Combine(Path.GetTempPath(), $"browser-tests-{Guid.NewGuid():N}");
    private Task? _start;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Lab? _lab;

    /// <summary>Where the dashboard is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The address that the app host prints.</summary>
    public Uri LoginAddress { get; private set; } = null!;

    /// <summary>An order that was dropped, after five attempts in one of its invocations at least.</summary>
    internal FailedOrder Failed { get; private set; } = null!;

    /// <summary>
    /// A window of its own, with its own cookies. In <paramref name="path"/>, <c>{order}</c> and <c>{trace}</c> stand for those of
    /// <see cref="Failed"/>.
    /// </summary>
    public async Task<IPage> OpenAsync(
        string path = "/resources", int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool logIn = true)
    {
        await (_start ??= StartAsync());
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        context.SetDefaultTimeout(PatienceMilliseconds);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        var page = await context.NewPageAsync();
        if (logIn)
        {
            await page.GotoAsync(LoginAddress.ToString());
            await page.GotoAsync(new Uri(Address, Fill(path)).ToString());
        }

        return page;
    }

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

        if (Directory.Exists(_kept))
        {
            Directory.Delete(_kept, recursive: true);
        }
    }

    private string Fill(string path) =>
        path.Replace("{order}", Failed.CorrelationId, StringComparison.Ordinal).Replace("{trace}", Failed.TraceId, StringComparison.Ordinal);

    private async Task StartAsync()
    {
        var chromium = Chromium.Find();
        _lab = await Lab.StartAsync($"--Lab:DataDirectory={_kept}", $"--speed={Speed}");
        Address = _lab.App.GetEndpoint("dashboard", "http");
        var token = _lab.App.Services.GetRequiredService<IConfiguration>()["AppHost:BrowserToken"];
        LoginAddress = new Uri(Address, $"/login?t={token}");
        await _lab.ReportAsync();
        Failed = await Lab.UntilAsync(FindFailedAsync);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Flags });
    }

    /// <summary>On a busy machine an invocation can run out of time before its fifth attempt is answered: an order in which one did not.</summary>
    private async Task<FailedOrder?> FindFailedAsync()
    {
        using var worker = _lab!.Client("delivery-worker");
        using var dashboard = _lab.Client("dashboard");
        foreach (var order in await worker.GetFromJsonAsync<List<string>>("/orders/dropped") ?? [])
        {
            foreach (var trace in await dashboard.GetFromJsonAsync<List<FoundTrace>>($"/api/traces?correlationId={order}") ?? [])
            {
                var found = await dashboard.GetFromJsonAsync<FoundTrace>($"/api/traces/{trace.TraceId}");
                if (found!.Spans!.Any(IsFifthAnswer))
                {
                    return new(order, trace.TraceId);
                }
            }
        }

        return null;
    }

    private static bool IsFifthAnswer(FoundSpan span) =>
        span.Attributes.TryGetValue("http.request.resend_count", out var count) && count.ToString() == "4" && span.Attributes.ContainsKey("http.response.status_code");

    private sealed record FoundTrace(string TraceId, IReadOnlyList<FoundSpan>? Spans);

    private sealed record FoundSpan(IReadOnlyDictionary<string, JsonElement> Attributes);
}
