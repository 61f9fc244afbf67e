using System.Globalization;
using Microsoft.Extensions.Options;

namespace LocalAws.Hosting;

/// <summary>The command line: a port or the question for help; everything else is configuration, <c>--Section:Key value</c>.</summary>
internal static class CommandLine
{
    private const string PortKey = "port";
    private const string DefaultUrl = "http://127.0.0.1:4566";

    public const string Help =
        """
        LocalAws: EventBridge, SQS, Systems Manager parameters, Secrets Manager and CloudFormation on this machine.

        Usage: LocalAws [--port PORT] [--KEY VALUE]...
               LocalAws match    Match events against patterns: one {"name","event","pattern"} a line on standard input.

          --port PORT                 Listen on 127.0.0.1:PORT; 0 picks a free one. Default: 4566, LocalStack's.
          --urls URLS                 Listen elsewhere, such as http://0.0.0.0:4566. Also: ASPNETCORE_URLS.
          --LocalAws:AccountId ID     The account id in every ARN. Default: 000000000000.
          --LocalAws:Region REGION    The Region of calls that name none. Default: us-east-1.
          --Clock:Speed N             Let simulated time run N times as fast, 0.1 to 100. Default: 1.
          --help                      Show this.

        Each KEY may also come from the environment: Clock__Speed=10.
        Try it: aws --endpoint-url http://127.0.0.1:4566 sqs create-queue --queue-name first

        """;

    /// <summary>Whether the caller asks for help only.</summary>
    public static bool WantsHelp(string[] args) => args.Any(static arg => arg is "--help" or "-h" or "-?");

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

    private static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new OptionsValidationException(PortKey, typeof(int), [$"--port {text}: must be a number from 0 to {ushort.MaxValue}."]);
}
