namespace Dashboard;

/// <summary>What <c>--help</c> prints; 100 columns at most.</summary>
internal static class Usage
{
    /// <summary>The text.</summary>
    public const string Text = """
        Shows the traces, logs and metrics that applications send over OTLP, and keeps them.

          dotnet run --project Dashboard [-- OPTIONS]

        The environment names are those of Aspire's standalone dashboard:

          ASPNETCORE_URLS                              the pages (http://127.0.0.1:18888)
          ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL           OTLP over gRPC (http://127.0.0.1:4317)
          ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL      OTLP over HTTP (http://127.0.0.1:4318)
          ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS   true: no login
          ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL         an app host's resources and consoles

        Every setting can be given by its key as well, on the command line or in the environment:

          --Dashboard:DataDirectory FOLDER      where telemetry is kept, a folder for each start
          --Dashboard:Otlp:PrimaryApiKey KEY    what a sender must have as x-otlp-api-key
          --Dashboard:Store:MaxAgeHours N       older telemetry is trimmed (168)
          --Dashboard:Store:MaxMegabytes N      beyond it the oldest telemetry is trimmed (4096)

        Exit codes: 0 stopped, 1 failed, 2 the configuration is refused or a port is taken.
        """;
}
