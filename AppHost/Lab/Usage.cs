namespace AppHost.Lab;

/// <summary>What <c>--help</c> prints; 100 columns at most.</summary>
internal static class Usage
{
    /// <summary>The text.</summary>
    public const string Text = """
        Starts the whole system, plays a scenario, and shows the failure cascade in the terminal.

          dotnet run --project AppHost [-- OPTIONS]
          dotnet run --project AppHost -- experiment --help       several runs, compared and reported

          --scenario NAME           readme (default), talk or smoke
          --flow-control [BOOL]     events go through the queue (default false)
          --speed N                 simulated seconds a real second, 0.1 to 100
          --exit                    end with the run: exit code 0 if every order is accounted for, else 1
          --drain-timeout SECONDS   with --exit: give up so many simulated seconds after the load (7200)
          --report FILE             write the report as JSON; its folder is made if it is not there
          --unstructured-logs       the services log plain text: see what can no longer be answered
          --seed N                  seed of every random number (1)

        Every setting can be given by its key as well, on the command line or in the environment:

          --Aws:Provider Embedded|LocalStack|Aws    --Aws:Region REGION    --Load:AutoStart BOOL
          --SlowApi:RateLimit N      --SlowApi:FaultRate 0..1          --Delivery:MaxAttempts N
          --EventSource:MaximumConcurrency N     --AsyncInvocation:MaximumRetryAttempts 0..2     …
          --Lab:DataDirectory FOLDER   where the dashboard keeps the telemetry of every run

          EventSource__MaximumConcurrency=20 dotnet run --project AppHost -- --flow-control --exit

        Exit codes: 0 accounted for, 1 not (or a resource failed), 2 the configuration is refused,
        130 interrupted, with --exit.
        """;
}
