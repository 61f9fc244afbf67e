using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Clients.Tests;

/// <summary>
/// LocalAws as a process on a free port, the clients that npm installs into <c>artifacts/clients</c>, and those that
/// Debian installs for the whole machine.
/// </summary>
public sealed class ClientScripts : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // Debian's own: a shim before it on PATH would know nothing of its packages.
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private readonly string _source = Path.Combine(Root(), "tests", "Clients.Tests");
    private readonly string _folder = Path.Combine(Root(), "artifacts", "clients");
    private string? _missingForNode;
    private string? _missingForPython;
    private Process? _server;
    private string? _address;

    public async ValueTask InitializeAsync()
    {
        CopyScripts();
        _missingForNode = await InstallAsync();
        _missingForPython = await FindPythonAsync();
        if ((_missingForNode ?? _missingForPython) is { } missing && Environment.GetEnvironmentVariable("REQUIRE_CLIENTS") == "1")
        {
            throw new InvalidOperationException(missing);
        }

        if (_missingForNode is null || _missingForPython is null)
        {
            _address = await StartAsync();
        }
    }

    /// <summary>What a script needs and this machine does not have; null: nothing.</summary>
    public string? MissingFor(string script) => IsPython(script) ? _missingForPython : _missingForNode;

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
        var (code, output, error) = await RunAsync(IsPython(script) ? Python : "node", Path.Combine(_folder, "checks", script), _address!);
        code.ShouldBe(0, error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<CheckResult>(line, Json)!)];
    }

    private static bool IsPython(string script) => script.EndsWith(".py", StringComparison.Ordinal);

    private void CopyScripts()
    {
        var checks = Directory.CreateDirectory(Path.Combine(_folder, "checks")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_source, "checks")).Append(Path.Combine(Root(), "infra", "template.yaml")))
        {
            File.Copy(file, Path.Combine(checks, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static async Task<string?> FindPythonAsync()
    {
        const string Wanted = "the Debian packages awscli and python3-boto3";
        try
        {
            var (code, _, _) = await RunAsync(Python, "-c", "import boto3");
            var (aws, _, _) = await RunAsync(File.Exists("/usr/bin/aws") ? "/usr/bin/aws" : "aws", "--version");
            return code == 0 && aws == 0 ? null : $"These checks need {Wanted}.";
        }
        catch (Win32Exception)
        {
            return $"These checks need {Wanted}.";
        }
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
        var server = _server = Start("dotnet", Path.Combine(AppContext.BaseDirectory, "LocalAws.dll"), "--port", "0", "--ephemeral", "--Clock:Speed", "10");
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
