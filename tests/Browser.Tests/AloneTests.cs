using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The dashboard without the lab, for any application that sends OTLP.</summary>
public sealed class AloneTests : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("dashboard-alone-").FullName;
    private readonly (string Page, string Grpc, string Http) _address = (FreeAddress(), FreeAddress(), FreeAddress());
    private Process? _process;

    public async ValueTask InitializeAsync()
    {
        Chromium.Find();
        // Beside the tests' own folder: all are built alike.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var dashboard = Path.Combine(built.Parent!.Parent!.FullName, "Dashboard", built.Name, "Dashboard.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [dashboard, $"--Dashboard:DataDirectory={_data}"])
        {
            Environment =
            {
                ["ASPNETCORE_URLS"] = _address.Page,
                ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = _address.Grpc,
                ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = _address.Http,
                ["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true",
            },
            WorkingDirectory = Path.GetTempPath(),
        });
        using var http = new HttpClient();
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                (await http.GetAsync(new Uri(_address.Page + "/health"))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (TimeProvider.System.GetElapsedTime(start) < StartLimit)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _process?.Kill();
        _process?.WaitForExit(StartLimit);
        _process?.Dispose();
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Alone_LabSaysWhatItNeeds_AndTracesShowWhatAnApplicationSends()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Flags });
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout((float)StartLimit.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)StartLimit.TotalMilliseconds);

        await page.GotoAsync(_address.Page);
        await Expect(page.GetByText("The dashboard runs alone")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        await SendAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Traces" }).ClickAsync();
        await Expect(page.Locator("tbody")).ToContainTextAsync("GET /anything");

        await SendAsync(spanId: "0000000000000000");
        await Expect(page.GetByText("1 item refused")).ToBeVisibleAsync();
    }

    private async Task SendAsync(string spanId = "eee19b7ec3c1b174")
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var json = $$$"""
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"somebody"}}]},"scopeSpans":[{"spans":[
            {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"{{{spanId}}}","name":"GET /anything","kind":2,
            "startTimeUnixNano":"{{{now}}}000000","endTimeUnixNano":"{{{now + 5}}}000000"}]}]}]}
            """;
        using var http = new HttpClient();
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri(_address.Http + "/v1/traces"), body)).EnsureSuccessStatusCode();
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
