namespace Scenarios.Tests.Scripts;

/// <summary>Scripts to be changed in one place by a test.</summary>
internal static class ScriptTexts
{
    /// <summary>The phase stands on lines 4 and 5, the request on lines 8 to 10.</summary>
    public const string Small =
        """
        config:
          target: http://localhost:5080
          phases:
            - duration: 10
              arrivalRate: 1
        scenarios:
          - flow:
              - post:
                  url: /notify
                  json: { order_id: a }
        """;

    /// <summary>The phase has these lines, the first of them on line 4.</summary>
    public static string WithPhase(params string[] lines) =>
        Small.Replace("duration: 10\n      arrivalRate: 1", string.Join("\n      ", lines), StringComparison.Ordinal);

    /// <summary>The body has this line, line 11.</summary>
    public static string WithJson(string line) =>
        Small.Replace("json: { order_id: a }", $"json:\n            {line}", StringComparison.Ordinal);

    /// <summary>The flow's only step is this, on line 8.</summary>
    public static string WithStep(string step) =>
        Small.Replace("- post:\n          url: /notify\n          json: { order_id: a }", step, StringComparison.Ordinal);
}
