using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Google.Protobuf;

namespace Dashboard.Tests;

/// <summary>The dashboard as a process of its own, to be killed.</summary>
internal sealed class DashboardProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _api;
    private readonly HttpClient _otlp;

    private DashboardProcess(Process process, string api, string otlp)
    {
        _process = process;
        _api = new() { BaseAddress = new(api) };
        _otlp = new() { BaseAddress = new(otlp) };
    }

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    /// <param name="options">More arguments.</param>
    public static async Task<DashboardProcess> StartAsync(string dataDirectory, params string[] options)
    {
        var (api, grpc, http) = (Free(), Free(), Free());
        string[] arguments = [typeof(Program).Assembly.Location, $"--Dashboard:DataDirectory={dataDirectory}", "--Logging:LogLevel:Default=Warning", .. options];
        // A file that may not grow is an error to the process then, not its end.
        var start = new ProcessStartInfo(
            OperatingSystem.IsWindows() ? "dotnet" : "/bin/sh",
            OperatingSystem.IsWindows() ? arguments : ["-c", "trap '' XFSZ; exec dotnet \"$@\"", "dotnet", .. arguments])
        {
            Environment =
            {
                ["ASPNETCORE_URLS"] = api,
                [DashboardEndpoints.OtlpKey] = grpc,
                [DashboardEndpoints.OtlpHttpKey] = http,
            },
        };
        var process = new DashboardProcess(Process.Start(start)!, api, http);
        await process.WaitAsync(static _ => true);
        return process;
    }

    public async Task SendAndWaitUntilStoredAsync(IMessage request, long spans)
    {
        (await SendAsync(request)).ShouldBeTrue();
        await WaitAsync(stats => stats.GetProperty("spans").GetInt64() == spans);
    }

    /// <summary>Sends spans.</summary>
    /// <returns>Whether they were taken.</returns>
    public async Task<bool> SendAsync(IMessage request)
    {
        using var content = new ByteArrayContent(request.ToByteArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        using var answer = await _otlp.PostAsync(new Uri("/v1/traces", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>What the API answers.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _api.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The counts, and what is wrong with the store.</summary>
    public Task<JsonElement> StatsAsync() => _api.GetFromJsonAsync<JsonElement>("/api/telemetry/stats", TestContext.Current.CancellationToken);

    /// <summary>Waits until the counts are so.</summary>
    public async Task WaitAsync(Func<JsonElement, bool> until)
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                if (until(await _api.GetFromJsonAsync<JsonElement>("/api/telemetry/stats", TestContext.Current.CancellationToken)))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Limit);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(Limit).ShouldBeTrue();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _api.Dispose();
        _otlp.Dispose();
    }

    private static string Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
