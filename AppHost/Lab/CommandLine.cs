using Microsoft.Extensions.Options;
using ServiceDefaults.Hosting;

namespace AppHost.Lab;

/// <summary>
/// Brings the command line into the form that configuration reads: <c>--exit</c> needs no value, <c>--drain-timeout</c>
/// and <c>--report</c> are spelt as options are, and a name that nothing reads is refused instead of ignored.
/// </summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["exit"] = "Exit",
        ["drain-timeout"] = "DrainTimeout",
        ["report"] = "Report",
        ["scenario"] = "Scenario",
        ["flow-control"] = "FlowControl",
        ["speed"] = "Clock:Speed",
        ["seed"] = "Seed",
        ["unstructured-logs"] = "UnstructuredLogs",
    };

    /// <summary>Configuration keys that may be set on the command line: ours, the host's and Aspire's.</summary>
    private static readonly string[] KnownKeys =
    [
        "Scenario", "FlowControl", "Exit", "UnstructuredLogs", "DrainTimeout", "Report", "Seed", "Clock", "Aws", "Load", "Lab",
        "SlowApi", "Delivery", "AsyncInvocation", "EventSource",
        "Logging", "Parameters", "Dashboard", "AppHost", "DcpPublisher", "ConnectionStrings",
        "environment", "applicationName", "contentRoot", "publisher", "output-path", "operation", "step",
    ];

    private static readonly string[] Flags = ["Exit", "FlowControl", "UnstructuredLogs"];

    /// <summary>The arguments as <c>--Key=value</c>, file names made absolute.</summary>
    /// <exception cref="OptionsValidationException">An argument is not understood.</exception>
    public static string[] Normalize(string[] args)
    {
        List<string> normalized = [];
        for (var index = 0; index < args.Length; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                throw Refuse($"\"{args[index]}\": options begin with --; see --help.");
            }

            var (name, value) = args[index][2..].Split('=', 2) switch
            {
                [var only] => (only, null),
                [var left, var right] => (left, right),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            var key = Options.GetValueOrDefault(name, name);
            if (!KnownKeys.Contains(key.Split(':', 2)[0], StringComparer.OrdinalIgnoreCase)
                && !key.StartsWith("ASPIRE", StringComparison.OrdinalIgnoreCase))
            {
                throw Refuse($"--{name}: no such option; {Suggestion.For(name, Options.Keys)}");
            }

            var valueFollows = index + 1 < args.Length && !args[index + 1].StartsWith("--", StringComparison.Ordinal);
            value ??= valueFollows ? args[++index]
                : Flags.Contains(key, StringComparer.Ordinal) ? "true"
                : throw Refuse($"--{name}: a value must follow; {(Options.ContainsKey(name) ? "see --help." : Suggestion.For(name, Options.Keys))}");
            normalized.Add($"--{key}={(key == "Report" && value.Length > 0 ? Path.GetFullPath(value) : value)}");
        }

        return [.. normalized];
    }

    private static OptionsValidationException Refuse(string problem) => new("CommandLine", typeof(CommandLine), [problem]);
}
