using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Sqs;

/// <summary>How each server is started.</summary>
internal static class Servers
{
    public const string Ours = "LocalAws";
    public const string Floor = "empty endpoint";
    public const string Peer = "fauxqs";

    private const string PeerVersion = "2.4.1";

    /// <summary>LocalAws as it was built with this program.</summary>
    /// <param name="state">Where it keeps its state; null: nowhere.</param>
    public static Task<ServerProcess> StartOursAsync(string? state) => ServerProcess.StartAsync(Ours, port =>
    {
        var start = Dotnet("LocalAws.dll");
        Array.ForEach(Arguments(port, state), start.ArgumentList.Add);
        return start;
    });

    /// <summary>The command line of LocalAws.</summary>
    /// <param name="state">Where it keeps its state; null: nowhere.</param>
    public static string[] Arguments(int port, string? state) =>
    [
        "--port", Text(port), "--LocalAws:Ephemeral", state is null ? "true" : "false",
        .. state is null ? Array.Empty<string>() : ["--LocalAws:DataDirectory", state],
    ];

    /// <summary>The empty endpoint of <see cref="FloorCommand"/>.</summary>
    public static Task<ServerProcess> StartFloorAsync() => ServerProcess.StartAsync(Floor, port =>
    {
        var start = Dotnet("benchmarks.dll");
        start.ArgumentList.Add(FloorCommand.Name);
        start.ArgumentList.Add(Text(port));
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        return start;
    });

    /// <summary>The peer, installed by <see cref="InstallPeerAsync"/>.</summary>
    public static Task<ServerProcess> StartPeerAsync(string modules, string? state) => ServerProcess.StartAsync(Peer, port =>
    {
        var start = new ProcessStartInfo(Path.Combine(modules, "node_modules", "node", "bin", "node"));
        start.ArgumentList.Add(Path.Combine(modules, "node_modules", "fauxqs", "dist", "server.js"));
        start.Environment["FAUXQS_PORT"] = Text(port);
        start.Environment["FAUXQS_LOGGER"] = "false";
        if (state is not null)
        {
            start.Environment["FAUXQS_DATA_DIR"] = state;
            start.Environment["FAUXQS_PERSISTENCE"] = "true";
        }

        return start;
    });

    /// <summary>Installs the peer, and the Node that it needs, with npm into <paramref name="directory"/>, unless it is there.</summary>
    public static async Task InstallPeerAsync(string directory)
    {
        if (File.Exists(Path.Combine(directory, "node_modules", "fauxqs", "package.json")))
        {
            return;
        }

        Directory.CreateDirectory(directory);
        using var npm = Process.Start(new ProcessStartInfo(
            "npm", ["install", "--prefix", directory, "--no-audit", "--no-fund", $"fauxqs@{PeerVersion}", "node@24"]))!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm could not install {Peer} (exit code {npm.ExitCode}).");
        }
    }

    private static ProcessStartInfo Dotnet(string assembly) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
