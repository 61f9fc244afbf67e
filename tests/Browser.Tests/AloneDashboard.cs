using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Browser.Tests;

/// <summary>The dashboard without the lab, as a process of its own, without a login.</summary>
internal sealed class AloneDashboard : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("dashboard-alone-").FullName;
    private readonly string _otlp = FreeAddress();
    private readonly Process _process;
    private readonly HttpClient _http = new();

    private AloneDashboard(string[] options)
    {
        // Beside the tests' own folder: all are built alike.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        string[] arguments = [Path.Combine(built.Parent!.Parent!.FullName, "Dashboard", built.Name, "Dashboard.dll"), $"--Dashboard:DataDirectory={_data}", .. options];
        // A file that may not grow is an error to the process then, not its end.
        _process = Process.Start(new ProcessStartInfo(
            OperatingSystem.IsWindows() ? "dotnet" : "/bin/sh",
            OperatingSystem.IsWindows() ? arguments : ["-c", "trap '' XFSZ; exec dotnet \"$@\"", "dotnet", .. arguments])
        {
            Environment =
            {
                ["ASPNETCORE_URLS"] = Address,
                ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = FreeAddress(),
                ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = _otlp,
                ["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true",
            },
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }

    /// <summary>How long anything may take on a busy machine.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Where its pages are.</summary>
    public string Address { get; } = FreeAddress();

    /// <summary>Starts it.</summary>
    public static async Task<AloneDashboard> StartAsync(params string[] options)
    {
        var dashboard = new AloneDashboard(options);
        try
        {
            await dashboard.WaitAsync();
            return dashboard;
        }
        catch
        {
            await dashboard.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a span of the service <c>somebody</c>.</summary>
    /// <returns>Whether it was taken.</returns>
    public Task<bool> SendAsync(string spanId = "eee19b7ec3c1b174") => SendAsync([("5b8efff798038103d269b633813fc60c", spanId, "GET /anything")]);

    /// <summary>Sends spans of the service <c>somebody</c>.</summary>
    /// <returns>Whether they were taken.</returns>
    public async Task<bool> SendAsync(IEnumerable<(string Trace, string Span, string Name)> spans)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var written = spans.Select(span => $$"""
            {"traceId":"{{span.Trace}}","spanId":"{{span.Span}}","name":"{{span.Name}}","kind":2,"startTimeUnixNano":"{{now}}000000","endTimeUnixNano":"{{now + 5}}000000"}
            """);
        var json = $$$"""
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"somebody"}}]},"scopeSpans":[{"spans":[{{{string.Join(',', written)}}}]}]}]}
            """;
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(_otlp + "/v1/traces"), body);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>What it says is wrong with its store, or null.</summary>
    public async Task<string?> ProblemAsync() =>
        (await _http.GetFromJsonAsync<JsonElement>(new Uri(Address + "/api/telemetry/stats"))).TryGetProperty("problem", out var problem) ? problem.GetString() : null;

    /// <summary>Bounds the length of its files, as a full disk does.</summary>
    /// <param name="bytes">A number, or <c>unlimited</c>.</param>
    public async Task BoundFilesAsync(string bytes)
    {
        using var bound = Process.Start("/usr/bin/prlimit", ["--pid", _process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await bound.WaitForExitAsync();
        bound.ExitCode.ShouldBe(0);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _process.Kill();
        _process.WaitForExit(Patience);
        _process.Dispose();
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task WaitAsync()
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                (await _http.GetAsync(new Uri(Address + "/health"))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (TimeProvider.System.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
