using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Clients.Tests;

/// <summary>LocalAws as a process on a free port, and the clients that npm installs into <c>artifacts/clients</c>.</summary>
public sealed class NodeClients : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string _source = Path.Combine(Root(), "tests", "Clients.Tests");
    private readonly string _folder = Path.Combine(Root(), "artifacts", "clients");
    private Process? _server;
    private string? _address;

    /// <summary>What these tests need and this machine does not have; null: nothing.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Missing = await InstallAsync();
        if (Missing is null)
        {
            _address = await StartAsync();
        }
        else if (Environment.GetEnvironmentVariable("REQUIRE_CLIENTS") == "1")
        {
            throw new InvalidOperationException(Missing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }
    }

    /// <summary>Runs a script of checks.</summary>
    internal async Task<IReadOnlyList<CheckResult>> RunAsync(string script)
    {
        var (code, output, error) = await RunAsync("node", Path.Combine(_folder, "checks", $"{script}.mjs"), _address!);
        code.ShouldBe(0, error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<CheckResult>(line, Json)!)];
    }

    private async Task<string?> InstallAsync()
    {
        try
        {
            await RunAsync("node", "--version");
        }
        catch (Win32Exception)
        {
            return "There is no node here (https://nodejs.org), which these clients need.";
        }

        Directory.CreateDirectory(Path.Combine(_folder, "checks"));
        foreach (var script in Directory.EnumerateFiles(Path.Combine(_source, "checks")))
        {
            File.Copy(script, Path.Combine(_folder, "checks", Path.GetFileName(script)), overwrite: true);
        }

        var wanted = await File.ReadAllTextAsync(Path.Combine(_source, "package.json"));
        var installed = Path.Combine(_folder, "node_modules", ".installed");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return null;
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "package.json"), wanted);
        try
        {
            var (code, _, error) = await RunAsync("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", _folder);
            if (code != 0)
            {
                return $"npm could not install the clients: {error.Trim()}";
            }
        }
        catch (Win32Exception)
        {
            return "There is no npm here, which installs these clients.";
        }

        await File.WriteAllTextAsync(installed, wanted);
        return null;
    }

    private async Task<string> StartAsync()
    {
        var server = _server = Start("dotnet", Path.Combine(AppContext.BaseDirectory, "LocalAws.dll"), "--port", "0", "--Clock:Speed", "10");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (await server.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var place and >= 0)
            {
                // Whoever does not read a pipe stops its writer sooner or later.
                _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                _ = server.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return line[(place + Listening.Length)..].Trim();
            }
        }

        throw new InvalidOperationException($"LocalAws ended: {await server.StandardError.ReadToEndAsync(limit.Token)}");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Limit}.");
        }
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Observability.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from within the repository.");
        }

        return folder.FullName;
    }
}

/// <summary>The result of one check.</summary>
internal sealed record CheckResult(string Check, bool Ok, string? Error);
