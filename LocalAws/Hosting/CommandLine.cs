using System.Globalization;
using LocalAws.EventBridge;
using Microsoft.Extensions.Options;
using ServiceDefaults.Access;
using ServiceDefaults.Clock;
using ServiceDefaults.Hosting;
using ServiceDefaults.Telemetry;

namespace LocalAws.Hosting;

/// <summary>The command line: a handful of words of its own, and all configuration as <c>--Section:Key value</c>.</summary>
internal static class CommandLine
{
    private const string PortKey = "port";
    private const string DefaultUrl = "http://127.0.0.1:4566";

    /// <summary>Words that stand for a key; those without a value are switches.</summary>
    private static readonly Dictionary<string, (string Key, bool IsSwitch)> Words = new(StringComparer.Ordinal)
    {
        ["--data"] = ("LocalAws:DataDirectory", false),
        ["--ephemeral"] = ("LocalAws:Ephemeral", true),
        ["--require-signature"] = ("LocalAws:RequireSignature", true),
        ["--account"] = ("LocalAws:AccountId", false),
        ["--region"] = ("LocalAws:Region", false),
        ["--hosts"] = (KnownHosts.Key, false),
    };

    /// <summary>Keys of ASP.NET Core's own, and OpenTelemetry's, that stand in no section.</summary>
    private static readonly string[] HostKeys =
        [PortKey, "urls", "http_ports", "environment", "contentRoot", "applicationName", TelemetryExtensions.StandardEndpointKey];

    /// <summary>Keys in sections of ours.</summary>
    private static readonly string[] Keys =
    [
        .. LocalAwsOptions.Keys, .. EventBridgeOptions.Keys,
        KnownHosts.Key, .. ClockExtensions.Keys,
    ];

    /// <summary>Sections below which any key may stand: names are the caller's own there, or the framework's.</summary>
    private static readonly string[] OpenSections = [LocalAwsOptions.AccessKeysSection, "Logging:", "Kestrel:"];

    public const string Help =
        """
        LocalAws: EventBridge, SQS, Systems Manager parameters, Secrets Manager and CloudFormation on this machine.

        Usage: LocalAws [--port PORT] [OPTION]... [--KEY VALUE]...
               LocalAws match    Match events against patterns: one {"name","event","pattern"} a line on standard input.

          --port PORT            Listen on 127.0.0.1:PORT; 0 picks a free one. Default: 4566, LocalStack's.
          --urls URLS            Listen elsewhere, such as http://0.0.0.0:4566. Also: ASPNETCORE_URLS.
          --hosts NAMES          Further host names, separated by commas, that callers may name, such as box.example or
                                 *.example. Known are the loopback, the address called, AWS's names and LocalStack's.
          --data DIRECTORY       Keep the state there, for one process at a time. An acknowledged write outlives the
                                 process and the machine. Default: LocalAws in the user's local application data
                                 (on Linux ~/.local/share/LocalAws).
          --ephemeral            Keep nothing: the state lives as long as the process.
          --require-signature    Refuse calls that are not signed (Signature Version 4) with a known access key.
          --account ID           The account id in every ARN, 12 digits. Default: 000000000000.
          --region REGION        The Region of calls that name none. Default: us-east-1.
          --help                 Show this.

        Keys, also from the environment (LocalAws__Region=eu-west-1, Clock__Speed=10) and from appsettings.json:
          LocalAws:AccessKeys:ID          The secret of the access key ID. Default: one key, test, with the secret test.
          LocalAws:AccountId, :Region, :DataDirectory, :Ephemeral, :RequireSignature   As above.
          RequestGuard:Hosts              As --hosts.
          LocalAws:MaximumRequestBytes    The longest request body. Default: 8388608.
          LocalAws:CompactAfterBytes      How long the log may grow before a snapshot takes its place. Default: 33554432.
          Clock:Speed                     Let simulated time run N times as fast, 0.1 to 100. Default: 1.
          OTEL_EXPORTER_OTLP_ENDPOINT     Where traces, metrics and logs are told over OTLP. Default: nowhere.
          Logging:LogLevel:Default        Trace, Debug, Information, Warning, Error or None.

        POST /_localaws/reset, from this machine, empties everything: a clean slate between tests.
        Exit codes: 2 an option is refused or the port is taken, 3 the data directory cannot be used.
        Try it: aws --endpoint-url http://127.0.0.1:4566 sqs create-queue --queue-name first

        """;

    /// <summary>The command line as configuration reads it.</summary>
    /// <exception cref="OptionsValidationException">A word is not known, or its value is missing.</exception>
    public static string[] Read(string[] args)
    {
        var read = new List<string>();
        for (var index = 0; index < args.Length; index++)
        {
            var parts = args[index].Split('=', 2);
            if (parts is [['-', '-', ..], ""])
            {
                // It sets nothing; hosts that pass all of their configuration on name their sections so.
                continue;
            }

            var (key, isSwitch) = Words.TryGetValue(parts[0], out var word) ? word : (KeyOf(parts[0]), false);
            var value = parts.Length > 1 ? parts[1]
                : isSwitch ? "true"
                : index + 1 < args.Length && !args[index + 1].StartsWith("--", StringComparison.Ordinal) ? args[++index]
                : throw Refused(parts[0], "needs a value.");
            read.Add($"--{key}={value}");
        }

        return [.. read];
    }

    /// <summary>Listens where <c>--port</c> says, or else where ASP.NET Core's own settings say, or else on the loopback at 4566.</summary>
    /// <exception cref="OptionsValidationException">The port is none.</exception>
    public static void ListenWhereAsked(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration[PortKey] is { } port)
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{ReadPort(port)}");
        }
        else if (configuration["urls"] is null
            && configuration["http_ports"] is null
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }

    private static string KeyOf(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
        {
            throw Refused(word, "is not known. --help lists what is.");
        }

        var key = word[2..];
        return HostKeys.Concat(Keys).Contains(key, StringComparer.OrdinalIgnoreCase)
            || OpenSections.Any(section => key.Length > section.Length && key.StartsWith(section, StringComparison.OrdinalIgnoreCase))
                ? key
                : throw Refused($"{word}:", $"no such option; {Suggestion.For(key, [.. Words.Keys.Select(static known => known[2..]), .. HostKeys, .. Keys])}");
    }

    private static OptionsValidationException Refused(string word, string why) => new(word, typeof(string), [$"{word} {why}"]);

    private static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new OptionsValidationException(PortKey, typeof(int), [$"--port {text}: must be a number from 0 to {ushort.MaxValue}."]);
}
