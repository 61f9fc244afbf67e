using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.Embedded;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

/// <summary>The app host as a process of its own, ended in every way a process can be ended.</summary>
public sealed class HostProcessTests : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly int _backendPort;
    private readonly int _frontendPort;
    private readonly List<int> _left = [];

    public HostProcessTests()
    {
        using var ports = new Ports();
        (_backendPort, _frontendPort) = (ports.TakeFree(), ports.TakeFree());
    }

    // A test that fails leaves nothing behind either.
    public void Dispose()
    {
        _client.Dispose();
        foreach (var id in _left.Where(Processes.IsAlive))
        {
            Processes.Kill(id);
        }
    }

    [Fact]
    public async Task Host_KilledWithSignal9_LeavesNoOrphan()
    {
        using var host = Start();
        var (backend, frontend) = await WhenUpAsync();

        host.Kill();
        await host.WaitForExitAsync(Bounded.Token());

        await Bounded.UntilAsync(() => !Processes.IsAlive(backend) && !Processes.IsAlive(frontend), "end of both services");
    }

    [Fact]
    public async Task Host_Terminated_StopsItsServicesAndEndsWell()
    {
        using var host = Start();
        var (backend, frontend) = await WhenUpAsync();

        Processes.Terminate(host.Id);
        await host.WaitForExitAsync(Bounded.Token());

        host.ExitCode.ShouldBe(0);
        Processes.IsAlive(backend).ShouldBeFalse();
        Processes.IsAlive(frontend).ShouldBeFalse();
    }

    [Fact]
    public async Task Service_OfHost_IgnoresCtrlCThatTheTerminalSendsToAll()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        using var host = Start();
        var (backend, _) = await WhenUpAsync();

        const int interrupt = 1 << (2 - 1);
        var ignored = (await File.ReadAllLinesAsync($"/proc/{backend}/status", Bounded.Token())).Single(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        (long.Parse(ignored["SigIgn:".Length..], NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) & interrupt)
            .ShouldBe(interrupt);

        Processes.Terminate(host.Id);
        await host.WaitForExitAsync(Bounded.Token());
        Processes.IsAlive(backend).ShouldBeFalse();
    }

    [Fact]
    public async Task Host_StartedElsewhere_ReadsItsOwnSettings()
    {
        using var host = Start();
        await WhenUpAsync();

        (await _client.GetStringAsync(Address(_backendPort, "/variables/Greeting"), Bounded.Token())).ShouldBe("from settings");

        Processes.Terminate(host.Id);
        await host.WaitForExitAsync(Bounded.Token());
    }

    private static Uri Address(int port, string path) => new($"http://localhost:{port}{path}");

    private Process Start()
    {
        var info = new ProcessStartInfo(DotnetRoot.Command)
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            ArgumentList =
            {
                "exec", typeof(Projects.Aspire_Hosting_Tests_AppHost).Assembly.Location, $"--BackendPort={_backendPort}", $"--FrontendPort={_frontendPort}",
            },
        };
        var host = Process.Start(info)!;
        _left.Add(host.Id);
        return host;
    }

    private async Task<(int Backend, int Frontend)> WhenUpAsync()
    {
        var frontend = await Bounded.UntilAsync(() => Processes.AskForIdAsync(_client, Address(_frontendPort, "/")), "frontend");
        var backend = await Bounded.UntilAsync(() => Processes.AskForIdAsync(_client, Address(_backendPort, "/")), "backend");
        var ids = (Backend: int.Parse(backend, CultureInfo.InvariantCulture), Frontend: int.Parse(frontend, CultureInfo.InvariantCulture));
        _left.AddRange([ids.Backend, ids.Frontend]);
        return ids;
    }
}
