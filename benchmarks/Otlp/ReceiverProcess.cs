using System.Diagnostics;

namespace Benchmarks.Otlp;

/// <summary>The receiver as the system sees it: CPU time and memory. Our own dashboard is started and stopped, any other is watched by its id.</summary>
internal sealed class ReceiverProcess : IDisposable
{
    private readonly Process _process;
    private readonly string? _data;

    private ReceiverProcess(Process process, string? data) => (_process, _data) = (process, data);

    /// <summary>CPU seconds used so far.</summary>
    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Resident memory, megabytes.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>The most memory that was ever resident, megabytes.</summary>
    public long PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 >> 20;
        }
    }

    /// <summary>Watches a process.</summary>
    public static ReceiverProcess Watch(int id) => new(Process.GetProcessById(id), null);

    /// <summary>Starts the dashboard with a data directory of its own.</summary>
    public static ReceiverProcess StartDashboard(string path, Uri api, Uri otlp)
    {
        var data = Directory.CreateTempSubdirectory("otlp-benchmark-").FullName;
        var start = new ProcessStartInfo("dotnet", [path, $"--Dashboard:DataDirectory={data}", "--Logging:LogLevel:Default=Warning"])
        {
            Environment =
            {
                ["ASPNETCORE_URLS"] = api.ToString(),
                ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = otlp.ToString(),
                ["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true",
            },
        };
        return new(Process.Start(start) ?? throw new InvalidOperationException($"{path} could not be started."), data);
    }

    /// <summary>Bytes of the files that a dashboard of ours has written, megabytes.</summary>
    public long? DiskMegabytes => _data is null
        ? null
        : new DirectoryInfo(_data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) >> 20;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_data is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            Directory.Delete(_data, recursive: true);
        }

        _process.Dispose();
    }
}
