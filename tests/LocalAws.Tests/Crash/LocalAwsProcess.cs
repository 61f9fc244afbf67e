using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Crash;

/// <summary>LocalAws as a process of its own, which can be killed.</summary>
internal sealed class LocalAwsProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private LocalAwsProcess(Process process, int port)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = LocalAwsServer.Patience };
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>What it wrote to standard error, complete when it has ended.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<LocalAwsProcess> StartAsync(params IEnumerable<string> args)
    {
        var port = FreePort();
        var process = Start([$"--port={port}", .. args]);
        var running = new LocalAwsProcess(process, port);
        running.Drain();
        using var patience = new CancellationTokenSource(LocalAwsServer.Patience * 2, TimeProvider.System);
        while (true)
        {
            try
            {
                using var answer = await running._http.GetAsync(new Uri("/alive", UriKind.Relative), patience.Token);
                answer.EnsureSuccessStatusCode();
                return running;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
            }
        }
    }

    /// <summary>Runs it until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params IEnumerable<string> args)
    {
        using var process = Start([.. args]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(LocalAwsServer.Patience * 2, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill();
        }

        return (process.ExitCode, await output, await error);
    }

    /// <summary>A call in AWS JSON; the answer to one that is refused has the status of the refusal.</summary>
    /// <exception cref="HttpRequestException">There was no answer: the process is gone.</exception>
    public async Task<(int Status, JsonNode Body)> CallAsync(string target, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", target);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>A call in the Query protocol.</summary>
    /// <exception cref="HttpRequestException">There was no answer: the process is gone.</exception>
    public async Task<(int Status, XElement Body)> QueryAsync(params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _http.PostAsync(new Uri("/", UriKind.Relative), content);
        return ((int)response.StatusCode, XElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>SIGKILL, and the end of it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private static Process Start(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    private void Drain()
    {
        _process.ErrorDataReceived += (_, line) => Error += line.Data is null ? "" : line.Data + "\n";
        _process.BeginErrorReadLine();
        _process.OutputDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
